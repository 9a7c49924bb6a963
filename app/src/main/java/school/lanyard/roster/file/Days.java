// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Dates as they are written in one column. Whether the day or the month comes first is seen from
/// the whole column; where nothing tells, the day does, as in England.
final class Days {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})(?:T.*)?");
    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{1,2})[/.\\- ](\\d{1,2})[/.\\- ](\\d{4})(?: .*)?");
    private static final DateTimeFormatter WORDS =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("d[-][ ][/]MMM[-][ ][/]uuuu")
                    .toFormatter(Locale.UK);
    private static final int MONTHS = 12;

    private boolean dayFirst;
    private boolean monthFirst;

    /// Looks at a cell, to learn how the column is written.
    void see(String cell) {
        var found = NUMBERS.matcher(cell);
        if (found.matches()) {
            dayFirst |= Integer.parseInt(found.group(1)) > MONTHS;
            monthFirst |= Integer.parseInt(found.group(2)) > MONTHS;
        }
    }

    /// Whether the column is written in both ways, so that none of it can be trusted.
    boolean mixed() {
        return dayFirst && monthFirst;
    }

    /// The day that a cell says; absent where it says none.
    Optional<LocalDate> read(String cell) {
        try {
            var iso = ISO.matcher(cell);
            if (iso.matches()) {
                return Optional.of(day(iso.group(1), iso.group(2), iso.group(3)));
            }
            var found = NUMBERS.matcher(cell);
            if (found.matches()) {
                return Optional.of(
                        monthFirst
                                ? day(found.group(3), found.group(1), found.group(2))
                                : day(found.group(3), found.group(2), found.group(1)));
            }
            return Optional.of(LocalDate.parse(cell, WORDS));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static LocalDate day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }
}
