// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.List;
import school.lanyard.core.calendar.WorkingDays;

/// A length of time that the school works to, and who chose it.
public record Interval(
        String key,
        String label,
        TemporalAmount length,
        ChosenBy chosenBy,
        String note,
        List<String> clauses) {

    /// Where a number comes from; every screen that shows a school's choice says that it is one.
    public enum ChosenBy {
        LAW,
        POLICY,
        SCHOOL
    }

    public Interval {
        clauses = List.copyOf(clauses);
    }

    /// Reads ISO 8601: days, weeks, months and years as calendar time; hours and minutes as clock
    /// time. Working days are written in words, such as `1 working day`.
    static TemporalAmount length(String text) {
        if (WorkingDays.isWritten(text)) {
            return WorkingDays.parse(text);
        }
        return text.startsWith("PT") ? Duration.parse(text) : Period.parse(text);
    }
}
