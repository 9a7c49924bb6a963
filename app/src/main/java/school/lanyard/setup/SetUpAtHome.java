// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.database.Database;
import school.lanyard.home.AtHome;
import school.lanyard.home.AtHome.Urgency;
import school.lanyard.home.HomeSource;
import school.lanyard.people.AccessRequests;

/// While a school is being set up, its administrator fills the leading posts.
@Component
@Order(700)
class SetUpAtHome implements HomeSource {

    private final AccessRequests requests;
    private final Database database;

    SetUpAtHome(AccessRequests requests, Database database) {
        this.requests = requests;
        this.database = database;
    }

    @Override
    public List<AtHome> items(SignedIn who) {
        return who.isAny(Caller.ADMINISTER) && database.write(who.schoolId(), requests::settingUp)
                ? List.of(
                        new AtHome.Need(
                                Urgency.NOW,
                                "Fill the leading posts",
                                "/set-up/posts",
                                "Until somebody leads, a concern has nobody to go to."))
                : List.of();
    }
}
