// SPDX-License-Identifier: Apache-2.0
package school.lanyard.finding.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The words of the cases of one school. It holds no sentences, and knows nothing of who may read
/// what: whatever it finds has the door still before it. Not for several threads at once.
public final class WordIndex {

    private static final int BYTES_OF_A_WORD = 120;
    private static final int BYTES_OF_A_PLACE = 6;

    private final TreeMap<String, Postings> words = new TreeMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private int[] parts = new int[16];
    private long bytes;

    /// Adds text to a case.
    public void add(String caseId, String text) {
        var number = number(caseId);
        Words.of(text)
                .forEach(word -> {
                    var postings = words.get(word);
                    if (postings == null) {
                        postings = new Postings();
                        words.put(word, postings);
                        bytes += BYTES_OF_A_WORD + word.length();
                    }
                    if (postings.add(number)) {
                        bytes += BYTES_OF_A_PLACE;
                    }
                });
    }

    /// A concern became part of an incident: what is in the one is found in the other.
    public void join(String concern, String incident) {
        parts[number(concern)] = number(incident);
    }

    /// The cases that have every one of the words, each at its beginning, in their text or among
    /// the cases that are found otherwise.
    ///
    /// @param otherwise for a word, cases in which somebody has such a name; may be empty
    public Set<String> find(
            Collection<String> asked, Map<String, ? extends Collection<String>> otherwise) {
        BitSet found = null;
        for (var word : asked) {
            var one = cases(word, otherwise.get(word));
            if (found == null) {
                found = one;
            } else {
                found.and(one);
            }
        }
        return found == null
                ? Set.of()
                : found.stream().mapToObj(ids::get).collect(Collectors.toUnmodifiableSet());
    }

    private BitSet cases(String word, @Nullable Collection<String> otherwise) {
        var found = new BitSet(ids.size());
        words.subMap(word, true, word + Character.MAX_VALUE, false)
                .values()
                .forEach(postings -> postings.addTo(found, parts));
        if (otherwise != null) {
            otherwise.stream()
                    .map(numbers::get)
                    .filter(number -> number != null)
                    .forEach(number -> found.set(parts[number]));
        }
        return found;
    }

    /// About how much memory it takes.
    public long bytes() {
        return bytes;
    }

    private int number(String caseId) {
        var known = numbers.get(caseId);
        if (known != null) {
            return known;
        }
        var number = ids.size();
        ids.add(caseId);
        numbers.put(caseId, number);
        bytes += BYTES_OF_A_WORD;
        if (number == parts.length) {
            parts = Arrays.copyOf(parts, number * 2);
        }
        parts[number] = number;
        return number;
    }
}
