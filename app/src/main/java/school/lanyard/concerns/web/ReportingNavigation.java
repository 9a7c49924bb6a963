// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.people.NavSource;
import school.lanyard.web.NavItem;

/// The button that every page offers to whoever may report, at the end where it stands apart.
@Component
@Order(900)
class ReportingNavigation implements NavSource {

    @Override
    public List<NavItem> items(SignedIn who) {
        return who.isAny(Caller.STAFF, Caller.REPORT_CONCERNS)
                ? List.of(NavItem.of("/concerns/new", "Report a concern").emphasised())
                : List.of();
    }
}
