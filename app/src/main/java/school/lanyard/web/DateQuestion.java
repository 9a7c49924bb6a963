// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads dates and times as people type them, and says which box is wrong.
final class DateQuestion {

    private static final List<String> PARTS = List.of("-day", "-month", "-year");
    private static final List<String> TIME_BOX = List.of("-time");
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})(?:[:.h ]?(\\d{2}))?\\s*([ap])?\\.?(?:m\\.?)?");

    private DateQuestion() {}

    static @Nullable LocalDate date(Form form, String name, String label) {
        var missing = PARTS.stream().filter(part -> !form.has(name + part)).toList();
        if (!missing.isEmpty()) {
            return refuse(form, name, missing, missingWords(label, missing));
        }
        var year = number(form.text(name + "-year"));
        if (year != null && (year < 1000 || year > 9999)) {
            return refuse(form, name, List.of("-year"), label + " must have a year of 4 numbers");
        }
        var month = month(form.text(name + "-month"));
        if (month == null) {
            return refuse(form, name, List.of("-month"), label + " must have a real month");
        }
        return real(form, name, label, number(form.text(name + "-day")), month, year);
    }

    static @Nullable LocalTime time(Form form, String name, String label) {
        var box = name + "-time";
        if (!form.has(box)) {
            form.reject(name, TIME_BOX, label + " must include a time");
            return null;
        }
        var time = parse(form.text(box).toLowerCase(Locale.UK).strip());
        if (time == null) {
            form.reject(name, TIME_BOX, label + " must have a real time, like 9:30am or 14:30");
        }
        return time;
    }

    static @Nullable LocalTime parse(String typed) {
        if (typed.equals("midday") || typed.equals("noon")) {
            return LocalTime.NOON;
        }
        if (typed.equals("midnight")) {
            return LocalTime.MIDNIGHT;
        }
        var match = TIME.matcher(typed);
        if (!match.matches()) {
            return null;
        }
        var minute = match.group(2) == null ? 0 : Integer.parseInt(match.group(2));
        return clock(Integer.parseInt(match.group(1)), minute, match.group(3), match.group(2));
    }

    /// A bare number such as "9" is not a time: it might be morning or evening, or a slip.
    private static @Nullable LocalTime clock(
            int hour, int minute, @Nullable String half, @Nullable String minutes) {
        if (minute > 59 || (half == null && minutes == null)) {
            return null;
        }
        if (half == null) {
            return hour > 23 ? null : LocalTime.of(hour, minute);
        }
        if (hour < 1 || hour > 12) {
            return null;
        }
        return LocalTime.of(hour % 12 + (half.equals("p") ? 12 : 0), minute);
    }

    private static @Nullable LocalDate real(
            Form form,
            String name,
            String label,
            @Nullable Integer day,
            int month,
            @Nullable Integer year) {
        if (day != null && year != null) {
            try {
                return LocalDate.of(year, month, day);
            } catch (DateTimeException notInTheCalendar) {
                return refuse(form, name, List.of("-day"), label + " must be a real date");
            }
        }
        var box = day == null ? "-day" : "-year";
        return refuse(form, name, List.of(box), label + " must be a real date");
    }

    private static String missingWords(String label, List<String> missing) {
        return missing.size() == PARTS.size()
                ? label + " must have a day, month and year"
                : label + " must include a " + String.join(" and a ", missing).replace("-", "");
    }

    private static @Nullable Integer month(String typed) {
        var number = number(typed);
        if (number != null) {
            return number >= 1 && number <= 12 ? number : null;
        }
        var word = typed.toLowerCase(Locale.UK);
        return Stream.of(Month.values())
                .filter(m -> word.length() >= 3 && english(m).startsWith(word))
                .map(Month::getValue)
                .findFirst()
                .orElse(null);
    }

    private static String english(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.UK).toLowerCase(Locale.UK);
    }

    private static @Nullable Integer number(String typed) {
        return typed.matches("[0-9]{1,4}") ? Integer.valueOf(typed) : null;
    }

    private static @Nullable LocalDate refuse(
            Form form, String name, List<String> parts, String message) {
        form.reject(name, parts, message);
        return null;
    }
}
