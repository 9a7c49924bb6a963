// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.SignedIn;
import school.lanyard.home.AtHome;
import school.lanyard.home.HomeSource;
import school.lanyard.web.Card;

/// The way to the policy's answers, from everybody's first page.
@Component
@Order(500)
class PolicyAtHome implements HomeSource {

    @Override
    public List<AtHome> items(SignedIn who) {
        return List.of(
                new AtHome.Place(
                        Card.of(
                                MayI.ADDRESS,
                                "May I?",
                                "Look up what the policy allows: phones, photos, apps, email.")));
    }
}
