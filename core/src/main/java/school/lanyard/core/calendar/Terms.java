// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;

/// The terms of a school by the day on which each begins. They follow one another without a gap, so
/// that a holiday belongs to the term before it.
public record Terms(List<MonthDay> beginnings) {

    public Terms {
        beginnings = beginnings.stream().sorted().distinct().toList();
        if (beginnings.isEmpty()) {
            throw new IllegalArgumentException("a school without a term");
        }
    }

    /// The first day of the next term after a day.
    public LocalDate nextAfter(LocalDate day) {
        return beginnings.stream()
                .flatMap(each ->
                        List.of(each.atYear(day.getYear()), each.atYear(day.getYear() + 1))
                                .stream())
                .filter(each -> each.isAfter(day))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /// The last day of the term that follows the one a day is in: until then, what was done that
    /// day and is to be done once a term is not late.
    public LocalDate endOfNext(LocalDate day) {
        return nextAfter(nextAfter(day)).minusDays(1);
    }
}
