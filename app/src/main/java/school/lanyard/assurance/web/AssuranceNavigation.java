// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.web.NavGroup;
import school.lanyard.web.NavItem;
import school.lanyard.web.NavSource;

/// Assurance, for those whose task it is; whoever runs the system finds the self-checks.
@Component
@Order(560)
class AssuranceNavigation implements NavSource {

    @Override
    public List<NavItem> items(SignedIn who) {
        if (Audience.seesAll(who)) {
            return List.of(
                    NavItem.of(AssuranceController.ADDRESS, "Assurance").in(NavGroup.POLICY));
        }
        return who.isAny(Caller.ADMINISTER)
                ? List.of(NavItem.of(ChecksController.ADDRESS, "Self-checks").in(NavGroup.POLICY))
                : List.of();
    }
}
