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
        return Strip.one(chart);
    }

    /// For paper, where the tracks side by side would be too small to read: sheets of two columns.
    ///
    /// @param ratio how high a sheet is for its width
    public static List<Drawing> sheets(Flowchart chart, double ratio) {
        return Strip.sheets(chart, ratio);
    }

    /// How large the words in its boxes are.
    public static double letters() {
        return Sheet.SIZE;
    }
}
