// SPDX-License-Identifier: Apache-2.0
package school.lanyard.accesslog.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.web.NavGroup;
import school.lanyard.web.NavItem;
import school.lanyard.web.NavSource;

/// The access log, for those whose post it is to look at it.
@Component
@Order(850)
class AccessLogNavigation implements NavSource {

    @Override
    public List<NavItem> items(SignedIn who) {
        return who.isAny(Caller.READ_ACCESS_LOG)
                ? List.of(NavItem.of("/access-log", "Access log").in(NavGroup.RECORDS))
                : List.of();
    }
}
