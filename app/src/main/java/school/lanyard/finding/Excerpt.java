// SPDX-License-Identifier: Apache-2.0
package school.lanyard.finding;

import java.util.List;
import java.util.regex.Pattern;
import school.lanyard.finding.words.Words;

/// The words around the first one that was looked for.
public record Excerpt(String before, String match, String after) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}’']+");
    private static final int AROUND = 90;

    static Excerpt of(String text, List<String> asked) {
        var words = WORD.matcher(text);
        while (words.find()) {
            if (Words.has(words.group(), asked)) {
                return around(text, words.start(), words.end());
            }
        }
        return new Excerpt(start(text, text.length()), "", "");
    }

    private static Excerpt around(String text, int from, int to) {
        var before = text.substring(0, from);
        var after = text.substring(to);
        return new Excerpt(
                before.length() <= AROUND
                        ? before
                        : "… " + wholeWords(before.substring(before.length() - AROUND), true),
                text.substring(from, to),
                after.length() <= AROUND
                        ? after
                        : wholeWords(after.substring(0, AROUND), false) + " …");
    }

    private static String start(String text, int length) {
        return length <= 2 * AROUND
                ? text
                : wholeWords(text.substring(0, 2 * AROUND), false) + " …";
    }

    private static String wholeWords(String cut, boolean atTheStart) {
        var space = atTheStart ? cut.indexOf(' ') : cut.lastIndexOf(' ');
        if (space < 0) {
            return cut;
        }
        return atTheStart ? cut.substring(space + 1) : cut.substring(0, space);
    }

    @Override
    public String toString() {
        return "Excerpt";
    }
}
