// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.web.NavGroup;
import school.lanyard.web.NavItem;
import school.lanyard.web.NavSource;

/// The way to report a concern, on every page of everybody who may.
@Component
@Order(1000)
class ReportingNavigation implements NavSource {

    @Override
    public List<NavItem> items(SignedIn who) {
        return who.isAny(Caller.STAFF, Caller.REPORT_CONCERNS)
                ? List.of(
                        NavItem.of("/concerns/sent", "Your concerns").in(NavGroup.RECORDS),
                        NavItem.of("/concerns/new", "Report a concern").emphasised())
                : List.of();
    }
}
