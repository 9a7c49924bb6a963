// SPDX-License-Identifier: Apache-2.0
package school.lanyard.training.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.web.NavGroup;
import school.lanyard.web.NavItem;
import school.lanyard.web.NavSource;

/// Training, for those who see that it takes place.
@Component
@Order(812)
class TrainingNavigation implements NavSource {

    @Override
    public List<NavItem> items(SignedIn who) {
        return who.isAny(Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.ISSUE_REPORTS)
                ? List.of(NavItem.of(TrainingController.ADDRESS, "Training").in(NavGroup.PEOPLE))
                : List.of();
    }
}
