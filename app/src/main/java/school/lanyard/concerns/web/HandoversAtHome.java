// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.concerns.Queue;
import school.lanyard.home.AtHome;
import school.lanyard.home.AtHome.Urgency;
import school.lanyard.home.HomeSource;

/// For handlers: how many incidents a colleague handed over to them.
@Component
@Order(101)
class HandoversAtHome implements HomeSource {

    private final Queue queue;
    private final Desk desk;

    HandoversAtHome(Queue queue, Desk desk) {
        this.queue = queue;
        this.desk = desk;
    }

    @Override
    public List<AtHome> items(SignedIn who) {
        var count = who.isAny(Caller.HANDLE_CASES) ? queue.handedTo(desk.viewer(who)) : 0;
        return count == 0
                ? List.of()
                : List.of(
                        new AtHome.Need(
                                Urgency.WAITING,
                                count == 1
                                        ? "1 incident was handed over to you"
                                        : count + " incidents were handed over to you",
                                "/incidents",
                                "Read the note and take it on."));
    }
}
