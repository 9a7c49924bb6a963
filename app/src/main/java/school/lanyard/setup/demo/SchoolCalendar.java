// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/// A believable English school year: three terms with half-term weeks, without bank holidays.
///
/// @param start the calendar year in which it begins
record SchoolCalendar(int start) {

    static SchoolCalendar of(LocalDate day) {
        return new SchoolCalendar(day.getMonthValue() >= 9 ? day.getYear() : day.getYear() - 1);
    }

    boolean isSchoolDay(LocalDate day) {
        if (day.getDayOfWeek().getValue() > 5) return false;
        return inAutumn(day) || inSpring(day) || inSummer(day);
    }

    /// Every school day up to a last one, in order.
    List<LocalDate> daysUntil(LocalDate last) {
        return LocalDate.of(start, 9, 1)
                .datesUntil(LocalDate.of(start + 1, 8, 1))
                .filter(day -> !day.isAfter(last) && isSchoolDay(day))
                .toList();
    }

    private boolean inAutumn(LocalDate day) {
        LocalDate first = LocalDate.of(start, 9, 3);
        LocalDate last =
                LocalDate.of(start, 12, 20)
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY));
        return within(day, first, last) && !sameWeek(day, LocalDate.of(start, Month.OCTOBER, 28));
    }

    private boolean inSpring(LocalDate day) {
        LocalDate first =
                LocalDate.of(start + 1, 1, 4).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        LocalDate last = easter().minusDays(9);
        return within(day, first, last)
                && !sameWeek(day, LocalDate.of(start + 1, Month.FEBRUARY, 16));
    }

    private boolean inSummer(LocalDate day) {
        LocalDate first = easter().plusDays(8);
        LocalDate last = LocalDate.of(start + 1, Month.JULY, 21);
        LocalDate mayDay =
                LocalDate.of(start + 1, Month.MAY, 1)
                        .with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
        LocalDate spring = mayDay.with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY));
        return within(day, first, last) && !day.equals(mayDay) && !sameWeek(day, spring);
    }

    private static boolean within(LocalDate day, LocalDate first, LocalDate last) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    private static boolean sameWeek(LocalDate day, LocalDate other) {
        return monday(day).equals(monday(other));
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /// Easter Sunday by the Gregorian computus.
    LocalDate easter() {
        int year = start + 1;
        int moon = year % 19;
        int century = year / 100;
        int epact =
                Math.floorMod(century - century / 4 - (8 * century + 13) / 25 + 19 * moon + 15, 30);
        int full = epact - (epact / 28) * (1 - (29 / (epact + 1)) * ((21 - moon) / 11));
        int weekday = Math.floorMod(year + year / 4 + full + 2 - century + century / 4, 7);
        int offset = full - weekday;
        int month = 3 + (offset + 40) / 44;
        return LocalDate.of(year, month, offset + 28 - 31 * (month / 4));
    }
}
