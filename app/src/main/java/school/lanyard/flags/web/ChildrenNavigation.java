// SPDX-License-Identifier: Apache-2.0
package school.lanyard.flags.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.web.NavItem;
import school.lanyard.web.NavSource;

/// The way to what stands about children, for those who handle cases.
@Component
@Order(210)
class ChildrenNavigation implements NavSource {

    @Override
    public List<NavItem> items(SignedIn who) {
        return who.isAny(Caller.HANDLE_CASES)
                ? List.of(NavItem.of("/children", "Children"))
                : List.of();
    }
}
