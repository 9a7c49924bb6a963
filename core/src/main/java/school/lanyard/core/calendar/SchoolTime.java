// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAmount;

/// The wall clock of an English school.
public final class SchoolTime {

    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private SchoolTime() {}

    /// The school's date at an instant.
    public static LocalDate day(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /// A length of time later: days and longer by the calendar, hours and minutes by the clock.
    public static Instant after(Instant instant, TemporalAmount length) {
        return instant.atZone(ZONE).plus(length).toInstant();
    }

    /// A length of time earlier.
    public static Instant before(Instant instant, TemporalAmount length) {
        return instant.atZone(ZONE).minus(length).toInstant();
    }
}
