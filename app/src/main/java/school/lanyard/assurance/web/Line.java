// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import school.lanyard.assurance.Picture.Standing;
import school.lanyard.core.assurance.Evidence;
import school.lanyard.core.assurance.State;
import school.lanyard.web.Times;
import school.lanyard.web.Tone;

/// A clause in a list.
///
/// @param basis measured or self-reported, in words
/// @param last when something was last seen or done, and by whom
public record Line(
        String id,
        String address,
        String says,
        State state,
        Tone tone,
        String why,
        String basis,
        String last,
        String due) {

    /// A line for somebody who may go down to the evidence, or one without it.
    static Line of(Standing standing, OnDay day, boolean full) {
        var assessed = standing.assessed();
        return new Line(
                standing.clause().id(),
                day.to("/assurance/clauses/" + standing.clause().id()),
                standing.clause().says(),
                assessed.state(),
                Words.tone(assessed.state()),
                why(standing, full),
                Words.bases(assessed.bases()),
                assessed.last().map(Line::last).orElse("–"),
                due(assessed.nextDue()));
    }

    /// What is wrong with accounts or backups is for leaders and whoever runs the system.
    static String why(Standing standing, boolean full) {
        return full || !standing.state().wanting()
                ? standing.assessed().why()
                : standing.state() == State.OVERDUE
                        ? "Something is to be put right. Leaders can see what it is."
                        : "There is nothing to show for it yet.";
    }

    private static String last(Evidence last) {
        return Times.shortDay(last.at()) + ", " + last.by();
    }

    static String due(@Nullable LocalDate due) {
        return due == null ? "–" : Times.day(due);
    }
}
