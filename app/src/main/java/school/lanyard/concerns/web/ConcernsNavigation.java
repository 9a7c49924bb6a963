// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.InstantSource;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.Queue;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.web.NavItem;
import school.lanyard.web.NavSource;

/// The queue, for handlers.
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
        if (!who.isAny(Caller.HANDLE_CASES)) {
            return List.of();
        }
        var viewer = new Viewer(who.schoolId(), who.personId(), SchoolTime.day(clock.instant()));
        return List.of(NavItem.of("/incidents", "Cases").count(queue.concerns(viewer)));
    }
}
