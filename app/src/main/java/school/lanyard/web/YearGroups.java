// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import java.util.Comparator;
import java.util.Locale;

/// The words for year groups, and their order.
public final class YearGroups {

    /// Nursery, reception, and then by number; anything else after them.
    public static final Comparator<String> IN_ORDER =
            Comparator.comparingInt(YearGroups::place).thenComparing(Comparator.naturalOrder());

    private static final int LAST = 100;

    private YearGroups() {}

    public static String label(String year) {
        return switch (year.toLowerCase(Locale.UK)) {
            case "r", "0" -> "Reception";
            case "n" -> "Nursery";
            default -> year.matches("\\d+") ? "Year " + year : words(year);
        };
    }

    /// Such as "Year 1" for `year-1`.
    private static String words(String key) {
        var words = key.replace('-', ' ');
        return words.isEmpty()
                ? ""
                : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    private static int place(String year) {
        return switch (year.toLowerCase(Locale.UK)) {
            case "n", "nursery" -> -1;
            case "r", "0", "reception" -> 0;
            default -> {
                var digits = year.replaceAll("\\D", "");
                yield digits.isEmpty() || digits.length() > 2 ? LAST : Integer.parseInt(digits);
            }
        };
    }
}
