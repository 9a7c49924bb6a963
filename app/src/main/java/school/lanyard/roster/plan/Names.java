// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.plan;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether two names are written alike, in any script.
final class Names {

    private Names() {}

    /// A name without accents, marks, hyphens and the difference of large and small letters.
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[\\p{Pd}'’.\\s]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /// Whether one is no more than another way to write the other: case, spaces, how a letter with
    /// an accent is put together.
    static boolean same(String one, String other) {
        return tidy(one).equalsIgnoreCase(tidy(other));
    }

    /// Whether they have any word in common.
    static boolean alike(String one, String other) {
        return !Collections.disjoint(words(one), words(other));
    }

    private static String tidy(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }

    private static Set<String> words(String name) {
        return Arrays.stream(folded(name).split(" ", -1)).collect(Collectors.toSet());
    }
}
