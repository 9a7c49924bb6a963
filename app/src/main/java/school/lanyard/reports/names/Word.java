// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A word of a text with its place, and its letters made comparable: no case, no accents, no
/// apostrophes, no invisible characters. The parts of a hyphenated word are words.
///
/// @param bare the comparable letters without a possessive ending
/// @param full the comparable letters with everything
record Word(int start, int end, String bare, String full) {

    private static final Pattern WORDS =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}\\p{Cf}'’‘ʼ`´]*");
    private static final Pattern POSSESSIVE = Pattern.compile("['’‘ʼ`´](s|S)?$");

    static List<Word> in(String text) {
        var words = new ArrayList<Word>();
        var matcher = WORDS.matcher(text);
        while (matcher.find()) {
            String written = matcher.group();
            words.add(
                    new Word(
                            matcher.start(),
                            matcher.end(),
                            comparable(POSSESSIVE.matcher(written).replaceFirst("")),
                            comparable(written)));
        }
        return words;
    }

    static List<String> parts(String name) {
        return in(name).stream().map(Word::full).filter(part -> !part.isEmpty()).toList();
    }

    boolean is(String part) {
        return bare.equals(part) || full.equals(part);
    }

    private static String comparable(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ł", "l")
                .replace("ø", "o")
                .replace("đ", "d")
                .replace("ı", "i")
                .replace("æ", "ae")
                .replace("œ", "oe");
    }
}
