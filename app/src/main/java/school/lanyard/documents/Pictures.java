// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

import java.util.List;
import school.lanyard.core.flowchart.Drawing;
import school.lanyard.core.flowchart.Flowchart;

/// A flowchart as pictures.
final class Pictures {

    private Pictures() {}

    static List<String> of(Flowchart chart, Medium medium) {
        var name = "Flowchart: %s. The same in words follows.".formatted(chart.label());
        var wide =
                Svg.of(Drawing.wide(chart), name, "doc-chart doc-chart--wide", medium.lettering());
        return medium == Medium.PRINT
                ? List.of(wide)
                : List.of(
                        wide,
                        Svg.of(
                                Drawing.narrow(chart),
                                name,
                                "doc-chart doc-chart--narrow",
                                medium.lettering()));
    }
}
