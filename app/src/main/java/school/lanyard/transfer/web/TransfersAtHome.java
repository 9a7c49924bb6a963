// SPDX-License-Identifier: Apache-2.0
package school.lanyard.transfer.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.access.Viewer;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.home.AtHome;
import school.lanyard.home.HomeSource;
import school.lanyard.transfer.Transfers;
import school.lanyard.web.Times;

/// Files that have yet to follow a child, or whose receipt is not confirmed.
@Component
@Order(440)
class TransfersAtHome implements HomeSource {

    private final Transfers transfers;
    private final InstantSource clock;

    TransfersAtHome(Transfers transfers, InstantSource clock) {
        this.transfers = transfers;
        this.clock = clock;
    }

    @Override
    public List<AtHome> items(SignedIn who) {
        if (!who.isAny(Caller.HANDLE_CASES)) {
            return List.of();
        }
        var today = SchoolTime.day(clock.instant());
        return transfers.all(new Viewer(who.schoolId(), who.personId(), today)).stream()
                .filter(each -> each.confirmed() == null)
                .map(each -> need(each, today))
                .toList();
    }

    private static AtHome need(Transfers.Leaving leaving, LocalDate today) {
        var due = leaving.dueOn();
        return new AtHome.Need(
                due != null && today.isAfter(due) ? AtHome.Urgency.OVERDUE : AtHome.Urgency.WAITING,
                leaving.bundles().isEmpty()
                        ? "A child’s file must follow them"
                        : "The next school has not confirmed a child’s file",
                "/transfers/" + leaving.id(),
                due == null ? "" : "By " + Times.day(due));
    }
}
