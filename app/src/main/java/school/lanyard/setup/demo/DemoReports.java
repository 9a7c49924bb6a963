// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import school.lanyard.access.Viewer;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.reports.GovernorReports;
import school.lanyard.reports.Issuing;
import school.lanyard.reports.Period;

/// The designated lead's reports to the governors, issued soon after each term.
@Component
@ConditionalOnProperty("lanyard.demo")
final class DemoReports {

    private static final int DAYS_AFTER = 6;
    private static final String SUMMARY =
            "Most of what reached us began away from the school. We have told families more about"
                    + " settings, and the lessons on asking for help come earlier now.";

    private final GovernorReports reports;

    DemoReports(GovernorReports reports) {
        this.reports = reports;
    }

    /// The periods that have been reported by the end of a day.
    static List<Period> dueBy(LocalDate day) {
        return Period.overBy(day.minusDays(DAYS_AFTER));
    }

    static LocalDate issued(Period period) {
        return period.next().plusDays(DAYS_AFTER);
    }

    void issue(DemoSchool cast, DemoFounder.Founded school, Period period, Instant at) {
        var lead = cast.holding("dsl");
        var viewer = new Viewer(school.id(), school.person(lead.id()), SchoolTime.day(at));
        var proposed = reports.propose(viewer, period.key(), at).orElseThrow();
        var outcome =
                reports.issue(
                        viewer,
                        lead.given() + " " + lead.family(),
                        period.key(),
                        proposed.replaces(),
                        proposed.print(),
                        SUMMARY,
                        Set.of(),
                        at);
        if (!(outcome instanceof Issuing.Done)) {
            throw new IllegalStateException("the report is refused: " + outcome);
        }
    }
}
