// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.flowchart;

import java.util.ArrayList;
import java.util.List;

/// How wide words are in the typeface that charts are set in, which has the widths of Arial.
final class Type {

    private static final int FIRST = ' ';
    private static final int OTHER = 600;
    private static final double BOLD = 1.07;

    /// In thousandths of the size, from the space on.
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // to /
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // to ?
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // to O
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // to _
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // to o
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584 // to ~
    };

    private Type() {}

    static double width(String text, double size, boolean bold) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int c = text.charAt(i) - FIRST;
            sum += c >= 0 && c < WIDTHS.length ? WIDTHS[c] : OTHER;
        }
        return sum * size / 1000 * (bold ? BOLD : 1);
    }

    /// Breaks a text into lines that fit; a word that does not fit by itself stands alone.
    static List<String> lines(String text, double size, boolean bold, double width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ", -1)) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size, bold) > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
