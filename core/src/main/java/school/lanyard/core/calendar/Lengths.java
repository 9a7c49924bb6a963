// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.calendar;

import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;

/// Lengths of time in words, such as "3 months" and "1 working day".
public final class Lengths {

    private Lengths() {}

    public static String words(TemporalAmount length) {
        return switch (length) {
            case Period period -> period(period);
            case Duration duration -> duration(duration);
            case WorkingDays(var days) -> count(days, "working day");
            default -> length.toString();
        };
    }

    private static String period(Period period) {
        var parts = new ArrayList<String>();
        add(parts, period.getYears(), "year");
        add(parts, period.getMonths(), "month");
        int days = period.getDays();
        boolean weeks = days > 0 && days % 7 == 0;
        add(parts, weeks ? days / 7 : days, weeks ? "week" : "day");
        return parts.isEmpty() ? "at once" : String.join(" and ", parts);
    }

    private static String duration(Duration duration) {
        if (duration.isZero()) {
            return "at once";
        }
        var parts = new ArrayList<String>();
        add(parts, duration.toHours(), "hour");
        add(parts, duration.toMinutesPart(), "minute");
        return String.join(" and ", parts);
    }

    private static void add(List<String> parts, long number, String unit) {
        if (number != 0) {
            parts.add(count(number, unit));
        }
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
