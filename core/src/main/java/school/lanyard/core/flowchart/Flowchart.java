// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.flowchart;

import java.util.List;
import java.util.function.UnaryOperator;
import school.lanyard.core.playbook.Playbook;

/// A playbook as numbered boxes and the arrows between them, in reading order.
///
/// @param lanes the title of each column of the chart
/// @param anywhen answers that move a case to another column from wherever it is
public record Flowchart(
        String label,
        String summary,
        List<String> lanes,
        List<Box> boxes,
        List<Arrow> arrows,
        List<String> anywhen) {

    public Flowchart {
        lanes = List.copyOf(lanes);
        boxes = List.copyOf(boxes);
        arrows = List.copyOf(arrows);
        anywhen = List.copyOf(anywhen);
    }

    /// Draws a playbook up; `posts` says the words for a post by its key.
    public static Flowchart of(Playbook playbook, UnaryOperator<String> posts) {
        return new Graph(playbook, posts).flowchart();
    }

    public Box box(int number) {
        return boxes.get(number - 1);
    }

    /// The arrows that leave a box, in the order of the boxes that they lead to.
    public List<Arrow> from(int number) {
        return arrows.stream().filter(arrow -> arrow.from() == number).toList();
    }
}
