// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The phrases that are looked for, and the everyday words that are never taken for a misspelt one
/// of theirs. A school may add to it, take away and change weights.
public record PhraseSet(List<Phrase> phrases, Set<String> everyday) {

    public PhraseSet {
        phrases = List.copyOf(phrases);
        everyday = Set.copyOf(everyday);
    }

    /// The set that comes with Lanyard.
    public static PhraseSet starter() {
        return read(DataFile.lines("phrases.en-GB.tsv"));
    }

    /// Lines of `theme, weight, phrase, unless` between tabs; `!` and words are everyday ones.
    ///
    /// @throws IllegalArgumentException naming the line that is none of these
    public static PhraseSet read(List<String> lines) {
        var phrases = new ArrayList<Phrase>();
        var everyday = new HashSet<String>();
        for (var line : lines) {
            if (line.startsWith("!")) {
                everyday.addAll(List.of(line.substring(1).strip().split("\\s+", -1)));
                continue;
            }
            var fields = line.split("\t", -1);
            if (fields.length < 3 || fields.length > 4 || !fields[1].matches("\\d{1,3}")) {
                throw new IllegalArgumentException("Not a phrase: " + line);
            }
            var unless =
                    fields.length < 4 || fields[3].isBlank() ? Set.<String>of() : words(fields[3]);
            phrases.add(
                    new Phrase(fields[0], Integer.parseInt(fields[1]), fields[2].strip(), unless));
        }
        return new PhraseSet(phrases, everyday);
    }

    private static Set<String> words(String list) {
        return new HashSet<>(Arrays.asList(list.strip().split("\\s*,\\s*", -1)));
    }
}
