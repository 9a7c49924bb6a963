// SPDX-License-Identifier: Apache-2.0
package school.lanyard.publishing;

/// Makes text safe to print without hiding that something was there: what XML cannot hold and what
/// would reorder a line on paper is replaced by its code in brackets.
final class PrintText {

    private PrintText() {}

    static String safe(String xhtml) {
        var safe = new StringBuilder(xhtml.length());
        for (int i = 0; i < xhtml.length(); ) {
            int c = xhtml.codePointAt(i);
            i += Character.charCount(c);
            if (isPrintable(c)) safe.appendCodePoint(c);
            else safe.append("[U+%04X]".formatted(c));
        }
        return safe.toString();
    }

    private static boolean isPrintable(int c) {
        if (c == '\t' || c == '\n' || c == '\r') return true;
        return c >= 0x20 && !isControl(c) && !reorders(c) && !isHalf(c) && (c & 0xFFFE) != 0xFFFE;
    }

    private static boolean isControl(int c) {
        return c >= 0x7F && c <= 0x9F;
    }

    /// Marks, embeddings, overrides and isolates of direction.
    private static boolean reorders(int c) {
        return c == 0x61C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    private static boolean isHalf(int c) {
        return c >= 0xD800 && c <= 0xDFFF;
    }
}
