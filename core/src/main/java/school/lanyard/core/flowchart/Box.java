// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.flowchart;

import java.util.List;

/// One box of a flowchart: a step, or a few that are always done together.
///
/// @param lane the column of the chart that it belongs to, from 0 on
/// @param row how far down it stands, from 0 on
/// @param who the posts that do it, in few words; may be empty
/// @param due how soon; may be empty
public record Box(
        int number, Kind kind, List<String> labels, String who, String due, int lane, int row) {

    /// What sort of thing it asks of people.
    public enum Kind {
        TASK,
        QUESTION,
        WAIT,
        RULE,
        PLACE
    }

    public Box {
        labels = List.copyOf(labels);
    }
}
