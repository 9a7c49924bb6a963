// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

import java.util.List;
import school.lanyard.core.flowchart.Drawing;
import school.lanyard.core.flowchart.Flowchart;

/// A flowchart as pictures.
final class Pictures {

    /// How wide a picture on A4 may be, in millimetres.
    private static final double WIDE = 174;

    private Pictures() {}

    /// On paper it is as large as its place lets it be: so many millimetres high.
    static List<String> of(Flowchart chart, Medium medium, double high) {
        var name = "Flowchart: %s. The same in words follows.".formatted(chart.label());
        var drawing = Drawing.wide(chart);
        var size = medium == Medium.PRINT ? size(drawing, high) : "";
        var wide = Svg.of(drawing, name, "doc-chart doc-chart--wide", medium.lettering(), size);
        return medium == Medium.PRINT
                ? List.of(wide)
                : List.of(
                        wide,
                        Svg.of(
                                Drawing.narrow(chart),
                                name,
                                "doc-chart doc-chart--narrow",
                                medium.lettering(),
                                ""));
    }

    private static String size(Drawing drawing, double high) {
        double scale = Math.min(WIDE / drawing.width(), high / drawing.height());
        return " style=\"width: %smm; height: %smm\""
                .formatted(
                        Svg.number(drawing.width() * scale), Svg.number(drawing.height() * scale));
    }
}
