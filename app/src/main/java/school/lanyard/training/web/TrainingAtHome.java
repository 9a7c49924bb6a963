// SPDX-License-Identifier: Apache-2.0
package school.lanyard.training.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.home.AtHome;
import school.lanyard.home.HomeSource;
import school.lanyard.training.Training;
import school.lanyard.web.Card;

/// Where everybody finds their own training; and for those who see to it, that somebody is overdue.
@Component
@Order(660)
class TrainingAtHome implements HomeSource {

    private final Training training;

    TrainingAtHome(Training training) {
        this.training = training;
    }

    @Override
    public List<AtHome> items(SignedIn who) {
        var mine =
                new AtHome.Place(
                        Card.of(
                                MyTrainingController.ADDRESS,
                                "My training",
                                "What you need, had and are due"));
        if (!who.isAny(Caller.APPOINT_PEOPLE)) {
            return List.of(mine);
        }
        var overdue =
                training.sheets(who.schoolId()).stream()
                        .flatMap(sheet -> sheet.overdue().stream())
                        .map(line -> line.needs().person().id())
                        .distinct()
                        .count();
        return overdue == 0
                ? List.of(mine)
                : List.of(
                        new AtHome.Need(
                                AtHome.Urgency.OPEN,
                                overdue == 1
                                        ? "1 person is overdue for training"
                                        : overdue + " people are overdue for training",
                                TrainingController.ADDRESS,
                                "Record sessions that took place, or arrange the next."),
                        mine);
    }
}
