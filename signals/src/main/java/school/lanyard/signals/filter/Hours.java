// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;

/// Times of the week, in the school's own time. A span that ends before it starts goes past
/// midnight and counts for the day it started on.
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    public static final Hours ALWAYS = new Hours(Set.of(), LocalTime.MIN, LocalTime.MIN);

    /// No days means every day; `from` equal to `to` means all day.
    public Hours {
        days = Set.copyOf(days);
    }

    public boolean include(LocalDateTime at) {
        var time = at.toLocalTime();
        if (from.equals(to)) {
            return includes(at.getDayOfWeek());
        }
        if (from.isBefore(to)) {
            return includes(at.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
        }
        return !time.isBefore(from)
                ? includes(at.getDayOfWeek())
                : time.isBefore(to) && includes(at.getDayOfWeek().minus(1));
    }

    private boolean includes(DayOfWeek day) {
        return days.isEmpty() || days.contains(day);
    }
}
