// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import school.lanyard.core.calendar.SchoolTime;

/// What a report may be about: a year up to the end of one of its terms, and nothing that anybody
/// could choose freely.
///
/// @param ended how many terms of the year are over; all of them make it the report of the year
public record Period(SchoolYear year, int ended) {

    public Period {
        if (ended < 1 || ended > year.terms().size()) {
            throw new IllegalArgumentException("no such period");
        }
    }

    /// The periods that are over and may still be reported: those of this year and the last one.
    public static List<Period> overBy(LocalDate today) {
        var year = SchoolYear.of(today);
        return Stream.of(year, new SchoolYear(year.start() - 1))
                .flatMap(each ->
                        IntStream.rangeClosed(1, each.terms().size())
                                .mapToObj(ended -> new Period(each, ended)))
                .filter(period -> !period.next().isAfter(today))
                .sorted(Comparator.comparing(Period::next).reversed())
                .toList();
    }

    public static Optional<Period> overBy(LocalDate today, String key) {
        return overBy(today).stream().filter(period -> period.key().equals(key)).findFirst();
    }

    /// The period that a stored report is about.
    public static Period of(String key) {
        var parts = key.split("-", 2);
        var year = new SchoolYear(Integer.parseInt(parts[0]));
        return IntStream.rangeClosed(1, year.terms().size())
                .mapToObj(ended -> new Period(year, ended))
                .filter(period -> period.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such period"));
    }

    public boolean isYear() {
        return ended == year.terms().size();
    }

    /// Such as `2025-autumn` or `2025-year`.
    public String key() {
        return year.start() + "-" + (isYear() ? "year" : last().key());
    }

    /// Such as "Autumn term 2025" or "Academic year 2025 to 2026".
    public String label() {
        return isYear() ? "Academic year " + year.label() : last().label();
    }

    public LocalDate next() {
        return last().next();
    }

    public Instant from() {
        return year.from().atStartOfDay(SchoolTime.ZONE).toInstant();
    }

    public Instant to() {
        return next().atStartOfDay(SchoolTime.ZONE).toInstant();
    }

    private SchoolYear.Term last() {
        return year.terms().get(ended - 1);
    }
}
