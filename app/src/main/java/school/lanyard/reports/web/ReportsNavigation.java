// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.web.NavGroup;
import school.lanyard.web.NavItem;
import school.lanyard.web.NavSource;

/// Reports, for those who read or issue them.
@Component
@Order(600)
class ReportsNavigation implements NavSource {

    @Override
    public List<NavItem> items(SignedIn who) {
        return who.isAny(Caller.READ_GOVERNOR_REPORTS, Caller.ISSUE_REPORTS)
                ? List.of(NavItem.of("/reports", "Reports").in(NavGroup.RECORDS))
                : List.of();
    }
}
