// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.detect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Knows a word of the phrases again when one letter is wrong, missing, too many or swapped.
///
/// Short words are left alone, and so is every everyday word: `bullring` is not `bullying`.
final class Spelling {

    private static final int SHORTEST = 6;

    private final Set<String> known = new HashSet<>();
    private final Map<String, Set<String>> without = new HashMap<>();
    private final Set<String> everyday;

    Spelling(Set<String> vocabulary, Set<String> everyday) {
        this.everyday = everyday;
        known.addAll(vocabulary);
        for (var word : vocabulary) {
            if (word.length() >= SHORTEST) {
                shortened(word)
                        .forEach(s -> without.computeIfAbsent(s, k -> new HashSet<>()).add(word));
                without.computeIfAbsent(word, k -> new HashSet<>()).add(word);
            }
        }
    }

    private static Set<String> shortened(String word) {
        var all = new HashSet<String>();
        for (int i = 0; i < word.length(); i++) {
            all.add(word.substring(0, i) + word.substring(i + 1));
        }
        return all;
    }

    /// The word that was meant, or the same where none was.
    String meant(String word) {
        if (word.length() < SHORTEST - 1 || known.contains(word) || everyday.contains(word)) {
            return word;
        }
        var best = nearest(word, without.getOrDefault(word, Set.of()), "");
        for (int i = 0; i < word.length(); i++) {
            var shorter = word.substring(0, i) + word.substring(i + 1);
            best = nearest(word, without.getOrDefault(shorter, Set.of()), best);
        }
        return best.isEmpty() ? word : best;
    }

    /// The first in the alphabet of those that are near, and of the best so far.
    private static String nearest(String word, Set<String> candidates, String best) {
        var nearest = best;
        for (var candidate : candidates) {
            boolean first = nearest.isEmpty() || candidate.compareTo(nearest) < 0;
            if (first && candidate.charAt(0) == word.charAt(0) && isNear(word, candidate)) {
                nearest = candidate;
            }
        }
        return nearest;
    }

    /// One letter wrong, missing, too many, or two neighbours swapped.
    private static boolean isNear(String a, String b) {
        int start = 0;
        int most = Math.min(a.length(), b.length());
        while (start < most && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < most - start
                && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        int restA = a.length() - start - end;
        int restB = b.length() - start - end;
        boolean swapped =
                restA == 2
                        && restB == 2
                        && a.charAt(start) == b.charAt(start + 1)
                        && a.charAt(start + 1) == b.charAt(start);
        return swapped || (restA <= 1 && restB <= 1);
    }
}
