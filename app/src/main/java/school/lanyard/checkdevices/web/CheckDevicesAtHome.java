// SPDX-License-Identifier: Apache-2.0
package school.lanyard.checkdevices.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.home.AtHome;
import school.lanyard.home.HomeSource;
import school.lanyard.web.Card;

/// The way to the register of devices for checks, for those who handle cases.
@Component
@Order(160)
class CheckDevicesAtHome implements HomeSource {

    @Override
    public List<AtHome> items(SignedIn who) {
        return who.isAny(Caller.HANDLE_CASES)
                ? List.of(
                        new AtHome.Place(
                                Card.of(
                                        "/check-devices",
                                        "Devices for checks",
                                        "The devices on which a check may be made, and who holds"
                                                + " each")))
                : List.of();
    }
}
