// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.SignedIn;
import school.lanyard.web.NavItem;
import school.lanyard.web.NavSource;

/// Everybody who signs in may ask the policy.
@Component
@Order(500)
class PolicyNavigation implements NavSource {

    @Override
    public List<NavItem> items(SignedIn who) {
        return List.of(NavItem.of(MayI.ADDRESS, "May I?"));
    }
}
