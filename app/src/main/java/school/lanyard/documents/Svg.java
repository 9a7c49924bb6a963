// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import school.lanyard.core.flowchart.Drawing;
import school.lanyard.core.flowchart.Shape;
import school.lanyard.core.flowchart.Shape.Look;

/// Paints a drawing as an SVG picture that needs no style sheet, so that the page, the file by
/// itself and the PDF show the same.
final class Svg {

    private static final String INK = "#16213f";

    private final StringBuilder out = new StringBuilder(1 << 14);
    private final Lettering lettering;

    private Svg(Lettering lettering) {
        this.lettering = lettering;
    }

    /// The picture; `name` says what it is to whoever cannot see it.
    static String of(Drawing drawing, String name, String style, Lettering lettering, String size) {
        var svg = new Svg(lettering);
        svg.add(
                ("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"%s\" role=\"img\" %s=\"%s\""
                                + " viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\"%s"
                                + " font-family=\"'Liberation Sans', Arial, Helvetica, sans-serif\">")
                        .formatted(
                                style,
                                lettering.nameAttribute(),
                                escaped(name),
                                number(drawing.width()),
                                number(drawing.height()),
                                number(drawing.width()),
                                number(drawing.height()),
                                size));
        drawing.shapes().forEach(svg::paint);
        return svg.out.append("</svg>").toString();
    }

    private void paint(Shape shape) {
        switch (shape) {
            case Shape.Area area -> paint(area);
            case Shape.Line line -> paint(line);
            case Shape.Words words -> paint(words);
            case Shape.Badge badge -> paint(badge);
        }
    }

    private void paint(Shape.Area area) {
        add(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" %s/>"
                        .formatted(
                                number(area.x()),
                                number(area.y()),
                                number(area.width()),
                                number(area.height()),
                                look(area.look())));
    }

    /// A question, a wait and a rule differ in their edges as well as in their colours.
    private static String look(Look look) {
        return switch (look) {
            case GROUND -> "rx=\"8\" fill=\"#eef3f6\"";
            case LABEL -> "fill=\"#ffffff\" fill-opacity=\"0.85\"";
            case QUESTION -> "fill=\"#fff4d6\" stroke=\"#8a5a00\" stroke-width=\"1.6\"";
            case WAIT ->
                    "rx=\"5\" fill=\"#ffffff\" stroke=\"#35415f\" stroke-width=\"1.6\" stroke-dasharray=\"5 3\"";
            case RULE -> "rx=\"5\" fill=\"#fcecea\" stroke=\"#b3261e\" stroke-width=\"3\"";
            case PLACE -> "rx=\"14\" fill=\"#e8f4f3\" stroke=\"#0b7f79\" stroke-width=\"1.4\"";
            case TASK, TEXT, QUIET ->
                    "rx=\"5\" fill=\"#ffffff\" stroke=\"" + INK + "\" stroke-width=\"1.4\"";
        };
    }

    private void paint(Shape.Line line) {
        var path = new StringBuilder();
        for (var point : shortened(line)) {
            path.append(path.isEmpty() ? "M" : " L")
                    .append(number(point.x()))
                    .append(' ')
                    .append(number(point.y()));
        }
        add(
                "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.6\" stroke-linejoin=\"round\"%s/>"
                        .formatted(path, INK, line.dashed() ? " stroke-dasharray=\"4 3\"" : ""));
        if (line.head()) {
            var tip = line.points().getLast();
            add(
                    "<path d=\"M%s %s l-4 -7.5 h8 z\" fill=\"%s\"/>"
                            .formatted(number(tip.x()), number(tip.y()), INK));
        }
    }

    /// A line ends inside its head, so that the tip stays sharp.
    private static List<Shape.Point> shortened(Shape.Line line) {
        if (!line.head()) {
            return line.points();
        }
        var points = new ArrayList<>(line.points());
        var tip = points.removeLast();
        points.add(new Shape.Point(tip.x(), tip.y() - 5));
        return points;
    }

    private void paint(Shape.Words words) {
        var colour = words.look() == Look.QUIET ? "#414c5c" : "#0b0c0c";
        write(
                words.text(),
                words.x(),
                words.y(),
                words.size(),
                words.bold(),
                words.middle(),
                colour);
    }

    private void paint(Shape.Badge badge) {
        double r = badge.size() * 0.8;
        if (badge.look() == Look.QUESTION) {
            double d = r * 1.2;
            add(
                    "<path d=\"M%s %s l%s %s l-%s %s l-%s -%s z\" fill=\"#8a5a00\"/>"
                            .formatted(
                                    number(badge.x()),
                                    number(badge.y() - d),
                                    number(d),
                                    number(d),
                                    number(d),
                                    number(d),
                                    number(d),
                                    number(d)));
        } else {
            add(
                    "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"/>"
                            .formatted(
                                    number(badge.x()),
                                    number(badge.y()),
                                    number(r),
                                    badge.look() == Look.RULE ? "#b3261e" : INK));
        }
        double size = badge.size() * 0.86;
        write(
                String.valueOf(badge.number()),
                badge.x(),
                badge.y() + size * 0.36,
                size,
                true,
                true,
                "#ffffff");
    }

    private void write(
            String text,
            double x,
            double y,
            double size,
            boolean bold,
            boolean middle,
            String colour) {
        out.append(lettering.write(text, x, y, size, bold, middle, colour));
    }

    private void add(String markup) {
        out.append(markup);
    }

    static String number(double value) {
        var text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
