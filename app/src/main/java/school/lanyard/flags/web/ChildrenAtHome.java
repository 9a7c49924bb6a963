// SPDX-License-Identifier: Apache-2.0
package school.lanyard.flags.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.home.AtHome;
import school.lanyard.home.HomeSource;
import school.lanyard.policy.Editions;
import school.lanyard.web.Card;

/// The way to children's flags, for those who handle cases.
@Component
@Order(150)
class ChildrenAtHome implements HomeSource {

    private final Editions editions;

    ChildrenAtHome(Editions editions) {
        this.editions = editions;
    }

    @Override
    public List<AtHome> items(SignedIn who) {
        return who.isAny(Caller.HANDLE_CASES)
                        && ChildrensCases.areFor(who, editions.running(who.schoolId()).pack())
                ? List.of(
                        new AtHome.Place(
                                Card.of(
                                        "/children",
                                        "Children",
                                        "Flags: protection plans, social workers, who must not be"
                                                + " told")))
                : List.of();
    }
}
