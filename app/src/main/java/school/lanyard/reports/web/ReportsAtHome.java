// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.home.AtHome;
import school.lanyard.home.HomeSource;
import school.lanyard.reports.GovernorReports;
import school.lanyard.reports.Period;
import school.lanyard.web.Card;
import school.lanyard.web.Times;

/// The newest report that stands, for those who read reports.
@Component
@Order(600)
class ReportsAtHome implements HomeSource {

    private final GovernorReports reports;

    ReportsAtHome(GovernorReports reports) {
        this.reports = reports;
    }

    @Override
    public List<AtHome> items(SignedIn who) {
        if (!who.isAny(Caller.READ_GOVERNOR_REPORTS)) {
            return List.of();
        }
        return reports.list(who.schoolId()).stream()
                .filter(each -> each.replacedBy() == null)
                .limit(1)
                .<AtHome>map(each ->
                        new AtHome.News(
                                Card.of(
                                        "/reports/" + each.id(),
                                        "Report to governors: " + Period.of(each.period()).label(),
                                        "Issued on " + Times.day(each.issuedAt()))))
                .toList();
    }
}
