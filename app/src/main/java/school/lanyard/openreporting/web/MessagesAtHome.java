// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting.web;

import java.time.InstantSource;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.home.AtHome;
import school.lanyard.home.HomeSource;
import school.lanyard.openreporting.Conversations;

/// For handlers: reporters without a name who wait for an answer.
@Component
@Order(120)
class MessagesAtHome implements HomeSource {

    private final Conversations conversations;
    private final InstantSource clock;

    MessagesAtHome(Conversations conversations, InstantSource clock) {
        this.conversations = conversations;
        this.clock = clock;
    }

    @Override
    public List<AtHome> items(SignedIn who) {
        if (!who.isAny(Caller.HANDLE_CASES)) {
            return List.of();
        }
        var waiting = conversations.waiting(who.viewer(SchoolTime.day(clock.instant())));
        return waiting == 0
                ? List.of()
                : List.of(
                        new AtHome.Need(
                                AtHome.Urgency.WAITING,
                                waiting == 1
                                        ? "A reporter without a name has written again"
                                        : waiting + " reporters without a name have written again",
                                "/messages",
                                "They see your answer when they come back with their code."));
    }
}
