// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.lanyard.concerns.Report;
import school.lanyard.core.pack.Vocabulary;
import school.lanyard.people.Directory;
import school.lanyard.people.Known;
import school.lanyard.web.YearGroups;

/// The people of a school as the form suggests them, and whom a chosen or typed name means.
final class Namebook {

    private final Map<String, String> suggestions = new LinkedHashMap<>();
    private final Map<String, Optional<String>> meanings = new HashMap<>();

    Namebook(Directory directory, Vocabulary vocabulary, LocalDate day) {
        for (var each : directory.everybody()) {
            var groups = each.groupsOn(day);
            if (!groups.isEmpty()) {
                var label = label(each, groups, vocabulary, day);
                suggestions.put(each.id(), label);
                mean(label, each.id());
                mean(each.name(), each.id());
            }
        }
    }

    /// What the boxes suggest, in alphabetical order.
    List<String> suggestions() {
        return suggestions.values().stream().distinct().toList();
    }

    /// How one person is written; absent for somebody who is in no group that day.
    Optional<String> label(String person) {
        return Optional.ofNullable(suggestions.get(person));
    }

    /// The person where the text is a suggestion, or a full name that only one person has.
    Report.Named named(String typed) {
        return new Report.Named(
                meanings.getOrDefault(key(typed), Optional.empty()).orElse(null), typed);
    }

    /// Whether several people have this name, so that it means none of them by itself.
    boolean isSeveral(String typed) {
        return meanings.getOrDefault(key(typed), Optional.of("")).isEmpty();
    }

    private void mean(String text, String person) {
        meanings.merge(
                key(text),
                Optional.of(person),
                (one, other) -> one.equals(other) ? one : Optional.empty());
    }

    private static String label(
            Known person, Set<String> groups, Vocabulary vocabulary, LocalDate day) {
        var year = person.yearGroupOn(day);
        var className = person.className();
        if (className == null && year == null) {
            return person.name() + ", " + group(groups, vocabulary);
        }
        var words = className == null ? year(year) : className + bracketed(year);
        return person.name() + ", " + words;
    }

    private static String group(Set<String> groups, Vocabulary vocabulary) {
        var key =
                vocabulary.groups().keySet().stream()
                        .filter(groups::contains)
                        .findFirst()
                        .orElseGet(() -> groups.iterator().next());
        var known = vocabulary.groups().get(key);
        return known == null || !known.child() ? collective(key, vocabulary) : vocabulary.one(key);
    }

    /// "staff" reads better behind a name than "member of staff".
    private static String collective(String key, Vocabulary vocabulary) {
        var many = vocabulary.many(key);
        return many.equals(key) ? many : vocabulary.one(key);
    }

    private static String bracketed(@Nullable String year) {
        return year == null ? "" : " (" + year(year) + ")";
    }

    private static String year(@Nullable String year) {
        if (year == null) {
            return "";
        }
        return YearGroups.label(year);
    }

    private static String key(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.UK);
    }
}
