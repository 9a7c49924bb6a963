// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.flowchart;

import java.util.List;

/// A flowchart as shapes on a sheet, for whoever paints it.
public record Drawing(double width, double height, List<Shape> shapes) {

    public Drawing {
        shapes = List.copyOf(shapes);
    }

    /// For paper and for a wide window: columns side by side, with arrows.
    public static Drawing wide(Flowchart chart) {
        return new Sheet(chart).drawing();
    }

    /// For a phone: one box below another, each saying where it goes on.
    public static Drawing narrow(Flowchart chart) {
        return new Strip(chart).drawing();
    }
}
