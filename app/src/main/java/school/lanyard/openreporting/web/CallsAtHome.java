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
import school.lanyard.openreporting.Taps;
import school.lanyard.web.Card;

/// For staff: a child who asked for them, and where class tablets are set up.
@Component
@Order(90)
class CallsAtHome implements HomeSource {

    private final Taps taps;
    private final InstantSource clock;

    CallsAtHome(Taps taps, InstantSource clock) {
        this.taps = taps;
        this.clock = clock;
    }

    @Override
    public List<AtHome> items(SignedIn who) {
        if (!who.isAny(Caller.STAFF)) {
            return List.of();
        }
        var waiting = taps.waiting(who.viewer(SchoolTime.day(clock.instant())));
        var place =
                new AtHome.Place(
                        Card.of(
                                "/tablets",
                                "Class tablets",
                                "Set up a tablet on which young children can ask for a grown-up"));
        return waiting == 0
                ? List.of(place)
                : List.of(
                        new AtHome.Need(
                                AtHome.Urgency.NOW,
                                waiting == 1
                                        ? "A child asked for you on a class tablet"
                                        : waiting + " children asked for you on a class tablet",
                                "/tablets/calls",
                                "Go to them now."),
                        place);
    }
}
