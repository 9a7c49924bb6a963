// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.names;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What a writer is asked of a text that may name somebody: their own words, and nothing of whose
/// names they are.
///
/// @param names words that have to go
/// @param words words to confirm, each as it was written
public record NameQuestions(List<String> names, List<String> words) {

    public NameQuestions {
        names = List.copyOf(names);
        words = List.copyOf(words);
    }

    public static NameQuestions of(Finding finding) {
        return switch (finding) {
            case Finding.Clear() -> new NameQuestions(List.of(), List.of());
            case Finding.CheckTheseWords(var hits) -> of(hits);
            case Finding.Refused(var hits) -> of(hits);
        };
    }

    private static NameQuestions of(List<Hit> hits) {
        return new NameQuestions(
                texts(hits, Predicate.not(Hit::mayStand)), texts(hits, Hit::mayStand));
    }

    private static List<String> texts(List<Hit> hits, Predicate<Hit> which) {
        return List.copyOf(
                hits.stream()
                        .filter(which)
                        .map(Hit::text)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }
}
