// SPDX-License-Identifier: Apache-2.0
package school.lanyard.finding.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.web.NavItem;
import school.lanyard.web.NavSource;

/// The search, for handlers.
@Component
@Order(110)
class FindingNavigation implements NavSource {

    @Override
    public List<NavItem> items(SignedIn who) {
        return who.isAny(Caller.HANDLE_CASES) ? List.of(NavItem.of("/find", "Find")) : List.of();
    }
}
