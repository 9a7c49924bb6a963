// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.time.temporal.TemporalUnit;
import java.util.List;
import java.util.regex.Pattern;

/// A number of working days, from a moment to the same time of day so many working days on. Neither
/// a weekend nor a bank holiday in England counts. A holiday proclaimed for one year alone is not
/// known here: something is then due a day too soon, never too late.
public record WorkingDays(int days) implements TemporalAmount {

    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]?) working days?");

    public WorkingDays {
        if (days < 1) {
            throw new IllegalArgumentException("not a number of working days: " + days);
        }
    }

    /// Whether a text is one of these, such as `1 working day`.
    public static boolean isWritten(String text) {
        return WRITTEN.matcher(text).matches();
    }

    public static WorkingDays parse(String text) {
        var written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new DateTimeException("not a number of working days: " + text);
        }
        return new WorkingDays(Integer.parseInt(written.group(1)));
    }

    public static boolean isOne(LocalDate day) {
        return day.getDayOfWeek().getValue() <= 5 && !BankHolidays.has(day);
    }

    @Override
    public Temporal addTo(Temporal temporal) {
        return moved(temporal, 1);
    }

    @Override
    public Temporal subtractFrom(Temporal temporal) {
        return moved(temporal, -1);
    }

    private Temporal moved(Temporal temporal, int step) {
        if (temporal instanceof Instant instant) {
            var local = instant.atZone(SchoolTime.ZONE);
            return ZonedDateTime.of(
                            moved(local.toLocalDate(), step), local.toLocalTime(), SchoolTime.ZONE)
                    .toInstant();
        }
        var from = LocalDate.ofEpochDay(temporal.getLong(ChronoField.EPOCH_DAY));
        return temporal.with(moved(from, step));
    }

    private LocalDate moved(LocalDate from, int step) {
        var day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(step);
            left -= isOne(day) ? 1 : 0;
        }
        return day;
    }

    /// Working days are no fixed number of anything else; asked as a unit, they count as days.
    @Override
    public long get(TemporalUnit unit) {
        if (unit == ChronoUnit.DAYS) {
            return days;
        }
        throw new DateTimeException("working days have no " + unit);
    }

    @Override
    public List<TemporalUnit> getUnits() {
        return List.of(ChronoUnit.DAYS);
    }
}
