// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.attestations.Campaign;
import school.lanyard.attestations.Campaigns;
import school.lanyard.attestations.ToSign;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.home.AtHome;
import school.lanyard.home.AtHome.Urgency;
import school.lanyard.home.HomeSource;
import school.lanyard.web.Card;
import school.lanyard.web.Times;

/// What somebody must sign, and where the agreements of a school are looked after.
@Component
@Order(540)
class AttestationsAtHome implements HomeSource {

    private final ToSign toSign;
    private final Campaigns campaigns;
    private final InstantSource clock;

    AttestationsAtHome(ToSign toSign, Campaigns campaigns, InstantSource clock) {
        this.toSign = toSign;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @Override
    public List<AtHome> items(SignedIn who) {
        var items = new ArrayList<AtHome>();
        var due = toSign.due(who.schoolId(), who.personId());
        if (!due.isEmpty()) {
            items.add(need(who, due));
        }
        items.add(
                new AtHome.Place(
                        Card.of(
                                Campaigns.TO_SIGN,
                                "What I have signed",
                                "Agreements, with a copy of each")));
        if (who.isAny(Caller.STAFF)) {
            items.add(
                    new AtHome.Place(
                            Card.of(
                                    ClassController.ADDRESS,
                                    "Agree to the rules as a class",
                                    "Show the children’s rules with pictures, and record who"
                                            + " agreed")));
        }
        return items;
    }

    private AtHome.Need need(SignedIn who, List<ToSign.Item> due) {
        var today = SchoolTime.day(clock.instant());
        var asked = due.stream().map(each -> each.agreement().key()).toList();
        var soonest =
                campaigns.running(who.schoolId()).stream()
                        .filter(each -> asked.contains(each.agreement()))
                        .map(Campaign::dueOn)
                        .min(java.util.Comparator.naturalOrder());
        return new AtHome.Need(
                soonest.filter(today::isAfter).isPresent()
                        ? Urgency.OVERDUE
                        : soonest.isPresent() ? Urgency.WAITING : Urgency.OPEN,
                due.size() == 1
                        ? "1 agreement needs your signature"
                        : due.size() + " agreements need your signature",
                Campaigns.TO_SIGN,
                soonest.map(day -> "Sign by " + Times.day(day) + ". It takes a few minutes.")
                        .orElse("Read each on its own page and sign it with one button."));
    }
}
