// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import school.lanyard.concerns.IncidentEvent.SafetyPlanReviewed;
import school.lanyard.concerns.IncidentEvent.SafetyPlanSet;

/// What keeps a child safe, and when somebody looks next whether it works. It may outlive the
/// incident.
///
/// @param setting who set it and when
/// @param review the next day on which somebody looks
public record SafetyPlan(SafetyPlanSet set, Happening setting, LocalDate review) {

    public String person() {
        return set.person();
    }

    /// The plans that run, one for each person.
    public static List<SafetyPlan> of(Incident incident) {
        var plans = new LinkedHashMap<String, SafetyPlan>();
        for (var each : incident.history()) {
            switch (each.event()) {
                case SafetyPlanSet set ->
                        plans.put(set.person(), new SafetyPlan(set, each, set.review()));
                case SafetyPlanReviewed(var person, _, var next) ->
                        plans.computeIfPresent(
                                person,
                                (_, plan) ->
                                        next == null
                                                ? null
                                                : new SafetyPlan(plan.set, plan.setting, next));
                default -> {}
            }
        }
        return List.copyOf(plans.values());
    }

    /// The first day on which any of them is to be looked at.
    static Optional<LocalDate> nextReview(Incident incident) {
        return of(incident).stream().map(SafetyPlan::review).min(Comparator.naturalOrder());
    }
}
