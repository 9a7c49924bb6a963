// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.SignedIn;
import school.lanyard.home.AtHome;
import school.lanyard.home.HomeSource;
import school.lanyard.web.Card;

/// The way to the policy and its papers, from everybody's first page.
@Component
@Order(510)
class PapersAtHome implements HomeSource {

    @Override
    public List<AtHome> items(SignedIn who) {
        return List.of(
                new AtHome.Place(
                        Card.of(
                                "/policy/papers",
                                "The policy and its papers",
                                "Read or print the policy, posters, the flowchart and agreements.")));
    }
}
