// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import school.lanyard.concerns.Incident;
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.concerns.IncidentEvent.FeedbackGiven;
import school.lanyard.concerns.IncidentEvent.ParentNotTold;
import school.lanyard.concerns.IncidentEvent.ParentTold;
import school.lanyard.concerns.IncidentEvent.SupportGiven;
import school.lanyard.concerns.Incidents;
import school.lanyard.concerns.Part;
import school.lanyard.concerns.SafetyPlan;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.people.Directory;
import school.lanyard.web.Deadline;
import school.lanyard.web.Link;
import school.lanyard.web.SummaryRow;
import school.lanyard.web.Times;

/// How each person in an incident is followed through, as the incident's page shows it.
public final class FollowUps {

    /// One person, and what was recorded of looking after them.
    ///
    /// @param flags where what stands about them is kept; absent for an adult
    public record Person(String name, List<SummaryRow> rows, @Nullable String flags) {}

    private static final LocalTime EVENING = LocalTime.of(17, 0);

    private FollowUps() {}

    static List<Person> of(Incidents.Opened opened, Directory directory) {
        var incident = opened.incident();
        return incident.people().entrySet().stream()
                .filter(each -> each.getValue() != Part.FAMILY)
                .map(Map.Entry::getKey)
                .map(id ->
                        new Person(
                                directory.name(id),
                                rows(opened, id, directory),
                                isChild(opened, id, directory) ? "/children/" + id : null))
                .toList();
    }

    /// When a plan is to be looked at: by five in the afternoon of its day.
    static Deadline review(SafetyPlan plan, Instant now) {
        return new Deadline(plan.review().atTime(EVENING).atZone(SchoolTime.ZONE).toInstant(), now);
    }

    static boolean isChild(Incidents.Opened opened, String person, Directory directory) {
        var groups = opened.edition().pack().vocabulary().groups();
        return directory.find(person).stream()
                .flatMap(each -> each.memberships().stream())
                .map(each -> groups.get(each.group()))
                .anyMatch(group -> group != null && group.child());
    }

    private static List<SummaryRow> rows(
            Incidents.Opened opened, String person, Directory directory) {
        var incident = opened.incident();
        var base = "/incidents/" + opened.file().reference();
        var rows = new java.util.ArrayList<SummaryRow>();
        rows.add(row(opened, "Support", support(incident, person), base + "/support/new", person));
        if (isChild(opened, person, directory)) {
            rows.add(
                    row(
                            opened,
                            "Parents",
                            parents(incident, person),
                            base + "/parents/new",
                            person));
            rows.add(plan(opened, person, base));
        }
        rows.add(
                row(
                        opened,
                        "Feedback",
                        feedback(incident, person),
                        base + "/feedback/new",
                        person));
        return rows;
    }

    private static SummaryRow row(
            Incidents.Opened opened,
            String key,
            Optional<String> said,
            String href,
            String person) {
        var words = said.orElse("Nothing recorded");
        return opened.incident().isClosed()
                ? SummaryRow.of(key, words)
                : SummaryRow.of(key, words, Link.to(href + "?person=" + person, "Record"));
    }

    /// A plan is looked at also after the incident was closed.
    private static SummaryRow plan(Incidents.Opened opened, String person, String base) {
        var plan =
                SafetyPlan.of(opened.incident()).stream()
                        .filter(each -> each.person().equals(person))
                        .findFirst();
        return plan.map(each ->
                        SummaryRow.of(
                                "Safety plan",
                                each.set().plan() + "\nReview on " + Times.day(each.review()) + ".",
                                Link.to(base + "/safety-plans/" + person + "/review", "Review")))
                .orElseGet(() ->
                        row(
                                opened,
                                "Safety plan",
                                Optional.of("None"),
                                base + "/safety-plans/new",
                                person));
    }

    private static Optional<String> support(Incident incident, String person) {
        return last(incident, SupportGiven.class, each -> each.person().equals(person))
                .map(each -> each.what() + lookAgain(each.lookAgain()));
    }

    private static String lookAgain(@Nullable LocalDate day) {
        return day == null ? "" : "\nSomebody looks again on " + Times.day(day) + ".";
    }

    private static Optional<String> parents(Incident incident, String child) {
        return incident.history().stream()
                .map(each ->
                        switch (each.event()) {
                            case ParentTold told when told.child().equals(child) ->
                                    told.who()
                                            + " told on "
                                            + Times.dayAndTime(told.at())
                                            + ", "
                                            + told.how()
                                            + ".";
                            case ParentNotTold not when not.child().equals(child) ->
                                    not.who() + " not told: " + not.reason();
                            default -> "";
                        })
                .filter(words -> !words.isEmpty())
                .reduce((one, other) -> one + "\n" + other);
    }

    private static Optional<String> feedback(Incident incident, String person) {
        return last(incident, FeedbackGiven.class, each -> each.person().equals(person))
                .map(each -> (each.told() ? "Told: " : "Not told: ") + each.words());
    }

    private static <T extends IncidentEvent> Optional<T> last(
            Incident incident, Class<T> type, java.util.function.Predicate<T> which) {
        return incident.history().stream()
                .map(each -> each.event())
                .filter(type::isInstance)
                .map(type::cast)
                .filter(which)
                .reduce((_, later) -> later);
    }
}
