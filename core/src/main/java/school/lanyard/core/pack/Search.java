// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import school.lanyard.core.pack.Decisions.Askable;

/// Finds what a question in plain words is about.
///
/// A word counts where it begins a word of a label, a synonym, a heading or a table's label; a slip
/// of the keyboard counts less. Subjects that answer to most of the words come first.
final class Search {

    /// Words of every question, which say nothing about what is asked.
    private static final Set<String> EMPTY =
            Set.of(
                    "a",
                    "am",
                    "an",
                    "and",
                    "any",
                    "are",
                    "as",
                    "at",
                    "be",
                    "can",
                    "could",
                    "do",
                    "does",
                    "for",
                    "have",
                    "i",
                    "if",
                    "in",
                    "is",
                    "it",
                    "may",
                    "me",
                    "my",
                    "of",
                    "on",
                    "or",
                    "our",
                    "someone",
                    "somebody",
                    "that",
                    "the",
                    "their",
                    "they",
                    "this",
                    "to",
                    "us",
                    "use",
                    "using",
                    "we",
                    "what",
                    "when",
                    "with",
                    "you",
                    "your");

    private static final int ENDS_WITH_S = 3;
    private static final int LONG_ENOUGH_TO_MISTYPE = 5;

    private Search() {}

    static List<Askable> of(List<Askable> subjects, String question) {
        var wanted = words(question).filter(word -> !EMPTY.contains(word)).distinct().toList();
        if (wanted.isEmpty()) {
            return words(question).findAny().isPresent() ? List.of() : subjects;
        }
        record Found(Askable subject, int matched, int score) {}
        return subjects.stream()
                .map(subject -> {
                    var scores = wanted.stream().mapToInt(word -> score(subject, word)).toArray();
                    return new Found(
                            subject,
                            (int) Arrays.stream(scores).filter(each -> each > 0).count(),
                            Arrays.stream(scores).sum());
                })
                .filter(found -> found.matched() > 0)
                .sorted(
                        Comparator.comparingInt(Found::matched)
                                .thenComparingInt(Found::score)
                                .reversed())
                .map(Found::subject)
                .toList();
    }

    private static int score(Askable subject, String word) {
        var own = Stream.concat(Stream.of(subject.label()), subject.shown().also().stream());
        return Math.max(
                10 * score(own, word), score(Stream.of(subject.heading(), subject.table()), word));
    }

    /// 3 for the word itself, 2 for a word that it begins, 1 for a slip.
    private static int score(Stream<String> texts, String word) {
        return texts.flatMap(Search::words).mapToInt(each -> score(each, word)).max().orElse(0);
    }

    private static int score(String text, String word) {
        if (text.equals(word)) {
            return 3;
        }
        if (word.length() > 1 && text.startsWith(word)) {
            return 2;
        }
        return word.length() >= LONG_ENOUGH_TO_MISTYPE && Suggestions.distance(text, word) == 1
                ? 1
                : 0;
    }

    /// Lower case, without accents, marks of punctuation, or the s of a plural.
    private static Stream<String> words(String text) {
        var plain =
                Normalizer.normalize(text, Normalizer.Form.NFD)
                        .replaceAll("[\\p{M}'’]", "")
                        .replaceAll("(?i)\\be-(?=mail)", "e")
                        .replaceAll("(?i)\\bwi-fi", "wifi")
                        .toLowerCase(Locale.ROOT);
        return Stream.of(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(Search::singular);
    }

    private static String singular(String word) {
        return word.length() > ENDS_WITH_S && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
