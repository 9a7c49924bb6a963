// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import school.lanyard.concerns.Chronicle;
import school.lanyard.web.Form;
import school.lanyard.web.SummaryRow;
import school.lanyard.web.Times;

/// What happened to one person across cases, as it is shown and printed.
///
/// @param who the person's name, and their class or group
/// @param cases that the entries are from: the reference, and the person's part in it
/// @param recipient whom it was made for; empty on the screen
public record PersonChronologyPage(
        Form form,
        String person,
        String who,
        List<SummaryRow> cases,
        List<Day> days,
        String recipient,
        String madeBy,
        Instant madeAt,
        String head) {

    public String address() {
        return "/chronologies/" + person;
    }

    /// What happened on one day.
    public record Day(LocalDate on, List<Chronicle.Entry> entries) {}

    /// When something happened, as far as it is known.
    public static String when(Chronicle.Entry entry) {
        return entry.time() == null ? "Time not recorded" : Times.time(entry.time());
    }

    @Override
    public String toString() {
        return "PersonChronologyPage";
    }
}
