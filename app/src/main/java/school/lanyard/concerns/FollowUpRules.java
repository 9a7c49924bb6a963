// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.util.Optional;
import java.util.function.Supplier;
import school.lanyard.concerns.IncidentEvent.DecisionMade;
import school.lanyard.concerns.IncidentEvent.FeedbackGiven;
import school.lanyard.concerns.IncidentEvent.ParentNotTold;
import school.lanyard.concerns.IncidentEvent.ParentTold;
import school.lanyard.concerns.IncidentEvent.SafetyPlanReviewed;
import school.lanyard.concerns.IncidentEvent.SafetyPlanSet;
import school.lanyard.concerns.IncidentEvent.SupportGiven;

/// What a record of following through must hold.
final class FollowUpRules {

    private FollowUpRules() {}

    static Optional<String> refusal(Incident incident, IncidentEvent event) {
        return switch (event) {
            case SupportGiven(var person, var what, var by, var since, var lookAgain) ->
                    linked(incident, person)
                            .or(written(what, "Say what is done for them."))
                            .or(written(by, "Say who does it."))
                            .or(() ->
                                    unless(
                                            lookAgain == null || !lookAgain.isBefore(since),
                                            "Nobody can look again before it began."));
            case ParentTold(var child, _, var who, _, var how, var said) ->
                    linked(incident, child)
                            .or(written(who, "Say who was told."))
                            .or(written(how, "Say how they were told."))
                            .or(written(said, "Say what they were told."));
            case ParentNotTold(var child, _, var who, var reason) ->
                    linked(incident, child)
                            .or(written(who, "Say who was not told."))
                            .or(written(reason, "Say why they were not told."));
            case SafetyPlanSet(var person, var plan, _) ->
                    linked(incident, person).or(written(plan, "Write the plan."));
            case SafetyPlanReviewed(var person, var found, _) ->
                    unless(
                                    SafetyPlan.of(incident).stream()
                                            .anyMatch(plan -> plan.person().equals(person)),
                                    "There is no safety plan that runs for this person.")
                            .or(written(found, "Say what you found."));
            case FeedbackGiven(var person, _, var words) ->
                    linked(incident, person)
                            .or(written(words, "Say what they were told, or why not."));
            case DecisionMade(var sort, var contact, var decision, var reason) ->
                    unless(
                                    sort == DecisionMade.Sort.OTHER || !contact.isBlank(),
                                    "Choose whom the referral is about.")
                            .or(() ->
                                    unless(
                                            sort != DecisionMade.Sort.OTHER || !decision.isBlank(),
                                            "Say what was decided."))
                            .or(written(reason, "Say why you decided so."));
            default -> throw new IllegalArgumentException("nothing that follows through");
        };
    }

    private static Optional<String> linked(Incident incident, String person) {
        return unless(
                incident.people().containsKey(person), "Choose somebody linked to this incident.");
    }

    private static Supplier<Optional<String>> written(String text, String words) {
        return () -> unless(!text.isBlank(), words);
    }

    private static Optional<String> unless(boolean fine, String words) {
        return fine ? Optional.empty() : Optional.of(words);
    }
}
