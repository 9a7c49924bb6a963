// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.retention;

import java.time.LocalDate;

/// Until when a case is kept before somebody reviews it.
public sealed interface Term {

    /// It is to be reviewed from this day on.
    ///
    /// @param reason what decides it
    record From(LocalDate day, Reason reason) implements Term {}

    /// A child's date of birth is missing, so that nobody can tell.
    record BirthMissing() implements Term {}

    /// The adult whom a low-level concern is about has not left, and its time begins when they do.
    record NotLeft() implements Term {}

    /// The policy does not say how long, so it is kept.
    record NotStated() implements Term {}

    /// What the day is counted from.
    enum Reason {
        BIRTH,
        END,
        LEFT
    }

    /// Whether it is to be reviewed on a day.
    default boolean dueOn(LocalDate day) {
        return this instanceof From(var from, _) && !day.isBefore(from);
    }
}
