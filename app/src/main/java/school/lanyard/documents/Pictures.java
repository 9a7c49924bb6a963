// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

import java.util.List;
import java.util.stream.IntStream;
import school.lanyard.core.flowchart.Drawing;
import school.lanyard.core.flowchart.Flowchart;

/// A flowchart as pictures.
final class Pictures {

    /// How wide a picture on A4 may be, in millimetres.
    private static final double WIDE = 174;

    /// Words in boxes smaller than this are hard to read, in millimetres: about six points.
    private static final double READABLE = 2.1;

    private Pictures() {}

    /// On paper it is as large as its place lets it be: so many millimetres high. One that nobody
    /// could read in one piece is printed in columns, on as many pages as it takes.
    static List<String> of(Flowchart chart, Medium medium, double high) {
        var name = "Flowchart: %s. The same in words follows.".formatted(chart.label());
        var drawing = Drawing.wide(chart);
        if (medium == Medium.PRINT) {
            var sheets =
                    scale(drawing, high) * Drawing.letters() < READABLE
                            ? Drawing.sheets(chart, high / WIDE)
                            : List.of(drawing);
            return IntStream.range(0, sheets.size())
                    .mapToObj(i -> printed(sheets.get(i), part(name, i, sheets), medium, high))
                    .toList();
        }
        return List.of(
                svg(drawing, name, medium, "wide", ""),
                svg(Drawing.narrow(chart), name, medium, "narrow", ""));
    }

    private static String part(String name, int sheet, List<Drawing> of) {
        return of.size() == 1 ? name : "%s Part %d of %d.".formatted(name, sheet + 1, of.size());
    }

    private static String printed(Drawing drawing, String name, Medium medium, double high) {
        return svg(drawing, name, medium, "wide", size(drawing, high));
    }

    private static String svg(
            Drawing drawing, String name, Medium medium, String kind, String size) {
        var style = "doc-chart doc-chart--" + kind;
        return Svg.of(drawing, name, style, medium.lettering(), size);
    }

    private static double scale(Drawing drawing, double high) {
        return Math.min(WIDE / drawing.width(), high / drawing.height());
    }

    private static String size(Drawing drawing, double high) {
        double scale = scale(drawing, high);
        return " style=\"width: %smm; height: %smm\""
                .formatted(
                        Svg.number(drawing.width() * scale), Svg.number(drawing.height() * scale));
    }
}
