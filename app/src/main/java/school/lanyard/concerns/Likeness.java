// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether a name as somebody typed it might mean a person on the roster. It errs towards yes: the
/// price of a wrong yes is that another reader takes the case and can say so.
final class Likeness {

    private static final Set<String> TITLES =
            Set.of("mr", "mrs", "miss", "ms", "mx", "dr", "sir", "the", "and", "our");

    private Likeness() {}

    static boolean of(String typed, String rosterName) {
        var surname = last(rosterName);
        return !surname.isEmpty() && words(typed).contains(surname);
    }

    private static String last(String name) {
        var parts = plain(name).split("[^\\p{L}'-]+", -1);
        return parts.length == 0 ? "" : parts[parts.length - 1];
    }

    private static Set<String> words(String typed) {
        return Arrays.stream(plain(typed).split("[^\\p{L}'-]+", -1))
                .filter(word -> !word.isBlank() && !TITLES.contains(word))
                .collect(Collectors.toSet());
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace('’', '\'')
                .toLowerCase(Locale.UK);
    }
}
