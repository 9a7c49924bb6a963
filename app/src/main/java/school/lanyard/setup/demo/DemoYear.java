// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The concerns and incidents of an invented school over one academic year, or what there is of it.
///
/// @param start the calendar year in which it begins
public record DemoYear(
        int start,
        List<DemoConcern> concerns,
        List<DemoIncident> incidents,
        List<DemoAnswer> answers) {

    public DemoYear {
        concerns = List.copyOf(concerns);
        incidents = List.copyOf(incidents);
        answers = List.copyOf(answers);
    }

    /// The last full academic year and the present one so far, seen from a day. Nothing is dated
    /// after that day; what would be, has not happened yet.
    public static List<DemoYear> upTo(LocalDate today, DemoSchool school, long seed) {
        int present = SchoolCalendar.of(today).start();
        var years = new ArrayList<DemoYear>();
        for (int start : List.of(present - 1, present))
            years.add(new YearMaker(school, new SchoolCalendar(start), today, seed).make());
        return years;
    }
}
