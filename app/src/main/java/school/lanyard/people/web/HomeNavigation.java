// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.SignedIn;
import school.lanyard.web.NavItem;
import school.lanyard.web.NavSource;

/// The home page comes first in everybody's navigation.
@Component
@Order(0)
class HomeNavigation implements NavSource {

    @Override
    public List<NavItem> items(SignedIn who) {
        return List.of(NavItem.of("/", "Home"));
    }
}
