// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Dates and times in the words people use, in the time kept in England.
public final class Times {

    public static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("ha", Locale.UK);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("h:mma", Locale.UK);

    private Times() {}

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    public static String day(Instant at) {
        return DAY.format(local(at));
    }

    public static String shortDay(Instant at) {
        return SHORT.format(local(at));
    }

    /// Such as "21 November 2026 at 3:05pm".
    public static String dayAndTime(Instant at) {
        return day(at) + " at " + time(at);
    }

    public static String time(Instant at) {
        return time(local(at).toLocalTime());
    }

    public static String time(LocalTime time) {
        var minute = time.truncatedTo(ChronoUnit.MINUTES);
        if (minute.equals(LocalTime.NOON)) {
            return "midday";
        }
        if (minute.equals(LocalTime.MIDNIGHT)) {
            return "midnight";
        }
        return (minute.getMinute() == 0 ? HOUR : MINUTE).format(minute).toLowerCase(Locale.UK);
    }

    /// The value of a `<time datetime>` attribute.
    public static String machine(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// The largest whole unit: "2 hours", "3 days"; under a minute is "less than a minute".
    public static String length(Duration length) {
        var span = length.abs();
        if (span.toDays() >= 2) {
            return count(span.toDays(), "day");
        }
        if (span.toHours() >= 2) {
            return count(span.toHours(), "hour");
        }
        return span.toMinutes() < 1 ? "less than a minute" : minutes(span);
    }

    private static String minutes(Duration span) {
        return span.toMinutes() < 60
                ? count(span.toMinutes(), "minute")
                : count(span.toHours(), "hour");
    }

    private static String count(long n, String unit) {
        return n + " " + unit + (n == 1 ? "" : "s");
    }

    private static ZonedDateTime local(Instant at) {
        return at.atZone(ENGLAND);
    }
}
