// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.web.NavGroup;
import school.lanyard.web.NavItem;
import school.lanyard.web.NavSource;

/// The roster, for those who keep it.
@Component
@Order(805)
class RosterNavigation implements NavSource {

    @Override
    public List<NavItem> items(SignedIn who) {
        return who.isAny(Caller.ADMINISTER)
                ? List.of(NavItem.of("/roster", "Roster").in(NavGroup.PEOPLE))
                : List.of();
    }
}
