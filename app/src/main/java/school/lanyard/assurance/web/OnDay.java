// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.web.Form;
import school.lanyard.web.Times;

/// The day that is asked about: today, or one that is over. A day is in the address as `on`, or as
/// the three boxes of the form.
///
/// @param past absent where today is asked about
record OnDay(Form form, @Nullable LocalDate past, Instant at) {

    static final String ON = "on";

    static OnDay of(MultiValueMap<String, String> typed, Instant now) {
        var form = Form.of(typed);
        var today = SchoolTime.day(now);
        var day = boxed(form) ? form.date(ON, "The day") : written(form);
        if (day == null || day.equals(today)) {
            return new OnDay(form, null, now);
        }
        if (day.isAfter(today)) {
            form.reject(ON, "The day must be today or in the past");
            return new OnDay(form, null, now);
        }
        return new OnDay(
                form.with(ON, day),
                day,
                day.plusDays(1).atStartOfDay(SchoolTime.ZONE).toInstant().minusMillis(1));
    }

    private static boolean boxed(Form form) {
        return form.has(ON + "-day") || form.has(ON + "-month") || form.has(ON + "-year");
    }

    private static @Nullable LocalDate written(Form form) {
        try {
            return form.has(ON) ? LocalDate.parse(form.text(ON)) : null;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    /// An address that keeps the day.
    String to(String address) {
        return past == null
                ? address
                : address + (address.indexOf('?') < 0 ? "?" : "&") + ON + "=" + past;
    }

    String words() {
        return past == null
                ? "As it stands now, " + Times.dayAndTime(at)
                : "As it stood at the end of " + Times.day(past);
    }
}
