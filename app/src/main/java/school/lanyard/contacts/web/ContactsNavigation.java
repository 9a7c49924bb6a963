// SPDX-License-Identifier: Apache-2.0
package school.lanyard.contacts.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.people.NavSource;
import school.lanyard.web.NavItem;

/// The numbers, for those who fill them in. Handlers meet them where a step asks for a call.
@Component
@Order(810)
class ContactsNavigation implements NavSource {

    @Override
    public List<NavItem> items(SignedIn who) {
        return who.isAny(Caller.ADMINISTER, Caller.APPOINT_PEOPLE)
                ? List.of(NavItem.of("/contacts", "Contacts"))
                : List.of();
    }
}
