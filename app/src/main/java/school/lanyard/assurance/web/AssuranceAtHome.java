// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.assurance.Assurance;
import school.lanyard.assurance.Picture;
import school.lanyard.core.assurance.State;
import school.lanyard.home.AtHome;
import school.lanyard.home.AtHome.Urgency;
import school.lanyard.home.HomeSource;
import school.lanyard.web.Card;

/// For whoever leads on the policy: whether anything of it wants them. For everybody else on the
/// staff: the way to their own clauses.
@Component
@Order(550)
class AssuranceAtHome implements HomeSource {

    private final Assurance assurance;
    private final InstantSource clock;

    AssuranceAtHome(Assurance assurance, InstantSource clock) {
        this.assurance = assurance;
        this.clock = clock;
    }

    @Override
    public List<AtHome> items(SignedIn who) {
        var items = new ArrayList<AtHome>();
        if (who.isAny(Caller.EDIT_POLICY)) {
            assurance.of(who.schoolId(), clock.instant()).ifPresent(found -> wanting(found, items));
        }
        if (who.isAny(Caller.STAFF)) {
            items.add(
                    new AtHome.Place(
                            Card.of(
                                    ClausesController.MINE,
                                    "My part of the policy",
                                    "What the policy asks of you, and whether it is being kept.")));
        }
        return items;
    }

    private static void wanting(Picture picture, List<AtHome> items) {
        need(items, State.OVERDUE, picture.count(State.OVERDUE), Urgency.OVERDUE);
        need(items, State.NOT_EVIDENCED, picture.count(State.NOT_EVIDENCED), Urgency.OPEN);
    }

    private static void need(List<AtHome> items, State state, int count, Urgency urgency) {
        if (count > 0) {
            items.add(
                    new AtHome.Need(
                            urgency,
                            Words.count(count, "clause")
                                    + " of the policy "
                                    + (count == 1 ? "is " : "are ")
                                    + state.words().toLowerCase(java.util.Locale.UK),
                            ClausesController.ADDRESS + "?state=" + state.key(),
                            state == State.OVERDUE
                                    ? "They should be in order by now."
                                    : "Something keeps them, and there is nothing to show for it yet."));
        }
    }
}
