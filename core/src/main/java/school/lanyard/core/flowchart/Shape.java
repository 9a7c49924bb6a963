// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.flowchart;

import java.util.List;

/// One thing on a drawing. Four units are a millimetre on paper.
public sealed interface Shape {

    /// A box, or the ground behind a column.
    record Area(double x, double y, double width, double height, Look look) implements Shape {}

    /// A line with corners; `head` says whether it ends in an arrow that points down.
    record Line(List<Point> points, boolean dashed, boolean head) implements Shape {
        public Line {
            points = List.copyOf(points);
        }
    }

    /// One line of text, by the start of its baseline or by its middle.
    record Words(
            double x, double y, String text, double size, boolean bold, boolean middle, Look look)
            implements Shape {}

    /// The number of a box.
    record Badge(double x, double y, int number, double size, Look look) implements Shape {}

    record Point(double x, double y) {}

    /// How something is to be told apart; never by colour alone.
    enum Look {
        GROUND,
        LABEL,
        TASK,
        QUESTION,
        WAIT,
        RULE,
        PLACE,
        TEXT,
        QUIET
    }
}
