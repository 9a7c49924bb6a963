// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A month of a pack, such as `2026-09`, as people write it.
final class MonthWords {

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    private MonthWords() {}

    /// A text that is no month stays as it is.
    static String of(String month) {
        try {
            return MONTH.format(YearMonth.parse(month));
        } catch (DateTimeException otherwise) {
            return month;
        }
    }
}
