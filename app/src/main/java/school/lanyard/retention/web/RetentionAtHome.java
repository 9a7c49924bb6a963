// SPDX-License-Identifier: Apache-2.0
package school.lanyard.retention.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.access.Viewer;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.home.AtHome;
import school.lanyard.home.HomeSource;
import school.lanyard.retention.Retention;

/// Cases whose time is over, for those who may read them.
@Component
@Order(450)
class RetentionAtHome implements HomeSource {

    private final Retention retention;
    private final InstantSource clock;

    RetentionAtHome(Retention retention, InstantSource clock) {
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public List<AtHome> items(SignedIn who) {
        if (!who.isAny(Caller.HANDLE_CASES)) {
            return List.of();
        }
        var size =
                retention.size(
                        new Viewer(
                                who.schoolId(), who.personId(), SchoolTime.day(clock.instant())));
        var items = new ArrayList<AtHome>();
        if (size.waiting() > 0) {
            items.add(
                    new AtHome.Need(
                            AtHome.Urgency.WAITING,
                            "A disposal waits for a second person",
                            "/retention",
                            ""));
        }
        if (size.due() > 0) {
            items.add(
                    new AtHome.Need(
                            AtHome.Urgency.OPEN,
                            size.due() == 1
                                    ? "1 case is due for review"
                                    : size.due() + " cases are due for review",
                            "/retention",
                            "How long records are kept"));
        }
        return items;
    }
}
