// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

/// Puts a line of words on a picture.
@FunctionalInterface
interface Lettering {

    /// As text, which a browser sets in its own fonts.
    Lettering TEXT =
            (text, x, y, size, bold, middle, colour) ->
                    "<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s%s fill=\"%s\">%s</text>"
                            .formatted(
                                    Svg.number(x),
                                    Svg.number(y),
                                    Svg.number(size),
                                    bold ? " font-weight=\"700\"" : "",
                                    middle ? " text-anchor=\"middle\"" : "",
                                    colour,
                                    Svg.escaped(text));

    /// How a reader of such a picture is told what it is.
    default String nameAttribute() {
        return "aria-label";
    }

    String write(
            String text,
            double x,
            double y,
            double size,
            boolean bold,
            boolean middle,
            String colour);
}
