// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import school.lanyard.concerns.Happening;
import school.lanyard.concerns.IncidentEvent.DecisionMade;
import school.lanyard.concerns.IncidentEvent.FeedbackGiven;
import school.lanyard.concerns.IncidentEvent.ParentNotTold;
import school.lanyard.concerns.IncidentEvent.ParentTold;
import school.lanyard.concerns.IncidentEvent.SafetyPlanReviewed;
import school.lanyard.concerns.IncidentEvent.SafetyPlanSet;
import school.lanyard.concerns.IncidentEvent.SupportGiven;
import school.lanyard.core.pack.Pack;
import school.lanyard.people.Directory;
import school.lanyard.web.Times;

/// The words for how an incident is followed through, the same on its page, in the chronology and
/// on paper.
final class FollowUpWords {

    private FollowUpWords() {}

    static Words.Line line(Happening happening, Pack pack, Directory directory) {
        return switch (happening.event()) {
            case SupportGiven(var person, var what, var by, var since, var again) ->
                    Words.plain(
                            happening,
                            "Support for " + directory.name(person),
                            what,
                            "By "
                                    + by
                                    + ", from "
                                    + Times.day(since)
                                    + "."
                                    + (again == null
                                            ? ""
                                            : " Somebody looks again on "
                                                    + Times.day(again)
                                                    + "."));
            case ParentTold(var child, _, var who, var at, var how, var said) ->
                    new Words.Line(
                            happening,
                            who + " told about " + directory.name(child) + ", " + how,
                            at,
                            java.util.List.of(said),
                            false);
            case ParentNotTold(var child, _, var who, var reason) ->
                    Words.plain(
                            happening, who + " not told about " + directory.name(child), reason);
            case SafetyPlanSet(var person, var plan, var review) ->
                    Words.strong(
                            happening,
                            "Safety plan for " + directory.name(person),
                            plan,
                            "To be reviewed on " + Times.day(review) + ".");
            case SafetyPlanReviewed(var person, var found, var next) ->
                    Words.plain(
                            happening,
                            "Safety plan for "
                                    + directory.name(person)
                                    + (next == null ? " reviewed and ended" : " reviewed"),
                            found,
                            next == null ? "" : "To be reviewed again on " + Times.day(next) + ".");
            case FeedbackGiven(var person, var told, var words) ->
                    Words.plain(
                            happening,
                            (told ? "Feedback to " : "No feedback to ") + directory.name(person),
                            words);
            case DecisionMade(var sort, var contact, var decision, var reason) ->
                    Words.plain(
                            happening,
                            decided(sort, contact, decision, pack),
                            sort == DecisionMade.Sort.OTHER ? "" : decision,
                            reason);
            default -> throw new IllegalArgumentException("nothing that follows through");
        };
    }

    private static String decided(
            DecisionMade.Sort sort, String contact, String decision, Pack pack) {
        return switch (sort) {
            case REFER -> "Decided to refer to: " + contact(pack, contact);
            case NOT_REFER -> "Decided not to refer to: " + contact(pack, contact);
            case OTHER -> "Decided: " + decision;
        };
    }

    private static String contact(Pack pack, String key) {
        var contact = pack.contacts().get(key);
        return contact == null ? key : contact.label();
    }
}
