// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.web.NavGroup;
import school.lanyard.web.NavItem;
import school.lanyard.web.NavSource;

/// The agreements, for those who see that they are signed.
@Component
@Order(810)
class AttestationsNavigation implements NavSource {

    @Override
    public List<NavItem> items(SignedIn who) {
        return who.isAny(Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.ISSUE_REPORTS)
                ? List.of(NavItem.of(Office.ADDRESS, "Agreements").in(NavGroup.PEOPLE))
                : List.of();
    }
}
