// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.time.Instant;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.calendar.WorkingDays;

/// When a contact answers: between two times of a working day.
public record OfficeHours(LocalTime from, LocalTime to) {

    private static final Pattern WRITTEN =
            Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final int TIME = 5;

    public OfficeHours {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("hours that end before they begin");
        }
    }

    /// Reads hours such as `09:00-17:00`; absent where there are none.
    static @Nullable OfficeHours of(String text) {
        return WRITTEN.matcher(text).matches()
                ? new OfficeHours(
                        LocalTime.parse(text.substring(0, TIME)),
                        LocalTime.parse(text.substring(TIME + 1)))
                : null;
    }

    /// Whether somebody answers at a moment.
    public boolean isOpen(Instant at) {
        var local = at.atZone(SchoolTime.ZONE);
        return WorkingDays.isOne(local.toLocalDate())
                && !local.toLocalTime().isBefore(from)
                && local.toLocalTime().isBefore(to);
    }
}
