// SPDX-License-Identifier: Apache-2.0
package school.lanyard.finding.words;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Text as it is searched: words of letters and digits, without accents or capitals.
public final class Words {

    private static final int SHORTEST = 2;
    private static final int MOST = 8;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("[’']");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    public static Stream<String> of(String text) {
        return Arrays.stream(BETWEEN.split(plain(text))).filter(word -> word.length() >= SHORTEST);
    }

    /// What is looked for: each word once, and not more than a few.
    public static List<String> asked(String text) {
        return of(text).distinct().limit(MOST).toList();
    }

    static String plain(String text) {
        var folded = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return APOSTROPHES.matcher(folded).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /// Whether a text has a word that begins with one of these.
    public static boolean has(String text, List<String> asked) {
        return of(text).anyMatch(word -> asked.stream().anyMatch(word::startsWith));
    }
}
