// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.Queue;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.people.NavSource;
import school.lanyard.web.NavItem;

/// The queue for handlers, and the button that every page offers to whoever may report.
@Component
@Order(100)
class ConcernsNavigation implements NavSource {

    private final Queue queue;
    private final InstantSource clock;

    ConcernsNavigation(Queue queue, InstantSource clock) {
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public List<NavItem> items(SignedIn who) {
        var items = new ArrayList<NavItem>();
        if (who.isAny(Caller.HANDLE_CASES)) {
            var now = clock.instant();
            var viewer = new Viewer(who.schoolId(), who.personId(), SchoolTime.day(now));
            items.add(NavItem.of("/incidents", "Cases").count(queue.size(viewer, now).concerns()));
        }
        if (who.isAny(Caller.STAFF, Caller.REPORT_CONCERNS)) {
            items.add(NavItem.of("/concerns/new", "Report a concern").emphasised());
        }
        return items;
    }
}
