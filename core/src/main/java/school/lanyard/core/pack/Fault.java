// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.regex.Pattern;

/// One thing wrong with a pack: where it is, what it is, and what to do about it. What a pack says
/// is repeated only so far as a person reads it: a word of a thousand letters is cut, and so is a
/// problem of many lines.
public record Fault(String file, int line, String problem, String mend) {

    private static final Pattern LONG_WORD = Pattern.compile("(\\S{60})\\S{20,}");
    private static final int READABLE = 1500;

    public Fault {
        problem = readable(problem);
        mend = readable(mend);
    }

    private static String readable(String text) {
        String cut = LONG_WORD.matcher(text).replaceAll("$1…");
        if (cut.codePointCount(0, cut.length()) <= READABLE) {
            return cut;
        }
        return cut.substring(0, cut.offsetByCodePoints(0, READABLE)) + "…";
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + problem + " " + mend;
    }
}
