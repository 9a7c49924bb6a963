// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.people.AccessRequests;
import school.lanyard.web.NavGroup;
import school.lanyard.web.NavItem;
import school.lanyard.web.NavSource;

/// People, posts and requests, for those who look after them. They come after the daily work.
@Component
@Order(800)
class PeopleNavigation implements NavSource {

    private final AccessRequests requests;

    PeopleNavigation(AccessRequests requests) {
        this.requests = requests;
    }

    @Override
    public List<NavItem> items(SignedIn who) {
        var items = new ArrayList<NavItem>();
        if (who.isAny(Caller.ADMINISTER, Caller.APPOINT_PEOPLE)) {
            items.add(NavItem.of("/people", "People").in(NavGroup.PEOPLE));
        }
        if (who.isAny(Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.APPROVE_ACCESS)) {
            items.add(NavItem.of("/posts", "Posts").in(NavGroup.PEOPLE));
        }
        if (who.isAny(Caller.APPROVE_ACCESS)) {
            var waiting =
                    requests.waiting(who.schoolId()).stream()
                            .filter(each -> AccessRequests.mayDecide(who, each))
                            .count();
            items.add(
                    NavItem.of("/access-requests", "Access")
                            .count((int) waiting)
                            .in(NavGroup.PEOPLE));
        }
        return items;
    }
}
