// SPDX-License-Identifier: Apache-2.0
package school.lanyard.contacts.web;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.contacts.LocalNumbers;
import school.lanyard.core.pack.Contact;
import school.lanyard.home.AtHome;
import school.lanyard.home.AtHome.Urgency;
import school.lanyard.home.HomeSource;

/// Says which numbers are missing to those who can fill them in, before a case needs one.
@Component
@Order(810)
class ContactsAtHome implements HomeSource {

    private final LocalNumbers numbers;

    ContactsAtHome(LocalNumbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public List<AtHome> items(SignedIn who) {
        if (!who.isAny(Caller.ADMINISTER, Caller.APPOINT_PEOPLE)) {
            return List.of();
        }
        var missing = numbers.missing(who.schoolId());
        return missing.isEmpty()
                ? List.of()
                : List.of(
                        new AtHome.Need(
                                Urgency.WAITING,
                                missing.size() == 1
                                        ? "1 telephone number is missing"
                                        : missing.size() + " telephone numbers are missing",
                                "/contacts",
                                missing.stream()
                                        .map(Contact::label)
                                        .collect(Collectors.joining("; "))));
    }
}
