// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The wall clock of an English school.
public final class SchoolTime {

    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private SchoolTime() {}

    /// The school's date at an instant.
    public static LocalDate day(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }
}
