// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.web.NavGroup;
import school.lanyard.web.NavItem;
import school.lanyard.web.NavSource;

/// Everybody who signs in may ask the policy; those it binds most may see how it came about.
@Component
@Order(500)
class PolicyNavigation implements NavSource {

    @Override
    public List<NavItem> items(SignedIn who) {
        var answers = NavItem.of(MayI.ADDRESS, "May I?");
        return who.isAny(Caller.STAFF, Caller.GOVERNOR)
                ? List.of(
                        answers,
                        NavItem.of(EditionsController.ADDRESS, "The policy").in(NavGroup.POLICY))
                : List.of(answers);
    }
}
