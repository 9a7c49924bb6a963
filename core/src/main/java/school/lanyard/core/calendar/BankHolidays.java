// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.Set;

/// The bank holidays that come round every year in England. One that falls on a weekend is taken on
/// the next working day.
final class BankHolidays {

    private BankHolidays() {}

    static boolean has(LocalDate day) {
        return of(day.getYear()).contains(day);
    }

    private static Set<LocalDate> of(int year) {
        var days = new HashSet<LocalDate>();
        var easter = easter(year);
        days.add(easter.minusDays(2));
        days.add(easter.plusDays(1));
        days.add(first(year, Month.MAY));
        days.add(last(year, Month.MAY));
        days.add(last(year, Month.AUGUST));
        takeNextFree(days, LocalDate.of(year, Month.JANUARY, 1));
        takeNextFree(days, LocalDate.of(year, Month.DECEMBER, 25));
        takeNextFree(days, LocalDate.of(year, Month.DECEMBER, 26));
        return days;
    }

    private static void takeNextFree(Set<LocalDate> taken, LocalDate from) {
        var day = from;
        while (day.getDayOfWeek().getValue() > 5 || !taken.add(day)) {
            day = day.plusDays(1);
        }
    }

    private static LocalDate first(int year, Month month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDate last(int year, Month month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY));
    }

    /// Easter Sunday of the Gregorian calendar: the Sunday after the full moon of the tables.
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int moon = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
        int full = moon - moon / 28 * (1 - 29 / (moon + 1) * ((21 - golden) / 11));
        var afterEquinox = LocalDate.of(year, Month.MARCH, 21).plusDays(full);
        return afterEquinox.with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
    }
}
