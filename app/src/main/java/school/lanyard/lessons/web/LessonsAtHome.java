// SPDX-License-Identifier: Apache-2.0
package school.lanyard.lessons.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.home.AtHome;
import school.lanyard.home.HomeSource;
import school.lanyard.lessons.Lessons;
import school.lanyard.lessons.PracticeChange;
import school.lanyard.web.Card;
import school.lanyard.web.Times;

/// The newest lesson for whoever it is for, and the changes that their post sees to. What is
/// overdue comes to those who set it as well.
@Component
@Order(620)
class LessonsAtHome implements HomeSource {

    private final Lessons lessons;
    private final InstantSource clock;

    LessonsAtHome(Lessons lessons, InstantSource clock) {
        this.lessons = lessons;
        this.clock = clock;
    }

    @Override
    public List<AtHome> items(SignedIn who) {
        var items = new ArrayList<AtHome>();
        var today = SchoolTime.day(clock.instant());
        if (who.isAny(Caller.STAFF, Caller.GOVERNOR)) {
            for (var change : lessons.changes(who.schoolId())) {
                var own = who.roles().contains(change.owner());
                if (change.done() == null
                        && (own || (change.overdue(today) && who.isAny(Caller.ISSUE_REPORTS)))) {
                    items.add(need(change, change.overdue(today)));
                }
            }
        }
        lessons.forGroups(who.schoolId(), who.groups()).stream()
                .limit(1)
                .map(lesson ->
                        new AtHome.News(
                                Card.of(
                                        "/lessons",
                                        "What we learned: " + lesson.words().title(),
                                        "Published on " + Times.day(lesson.publishedAt()))))
                .forEach(items::add);
        if (who.isAny(Caller.ISSUE_REPORTS)) {
            items.add(
                    new AtHome.Place(
                            Card.of(
                                    "/lessons",
                                    "What we learned",
                                    "Tell staff, pupils, families, governors and the authority, and"
                                            + " follow what changes")));
        }
        return items;
    }

    private static AtHome.Need need(PracticeChange change, boolean overdue) {
        return new AtHome.Need(
                overdue ? AtHome.Urgency.OVERDUE : AtHome.Urgency.OPEN,
                "A change to how the school works "
                        + (overdue ? "is overdue" : "is yours to see to"),
                "/practice-changes",
                "Due on " + Times.day(change.due()) + ".");
    }
}
