// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.util.LinkedHashMap;
import java.util.Map;

/// The ledger's word for each kind of event. A word, once used, stays: old entries are read for
/// ever.
final class IncidentEvents {

    static final String PREFIX = "incident.";

    /// The first event of every incident.
    static final String OPENED = "incident.opened";

    private static final Map<String, Class<? extends IncidentEvent>> TYPES = types();

    private IncidentEvents() {}

    static String action(IncidentEvent event) {
        return TYPES.entrySet().stream()
                .filter(type -> type.getValue() == event.getClass())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    static boolean isEvent(String action) {
        return TYPES.containsKey(action);
    }

    static IncidentEvent read(String action, String json) {
        var type = TYPES.get(action);
        if (type == null) {
            throw new IllegalArgumentException("no such event: " + action);
        }
        return Json.read(json, type);
    }

    private static Map<String, Class<? extends IncidentEvent>> types() {
        var types = new LinkedHashMap<String, Class<? extends IncidentEvent>>();
        types.put(OPENED, IncidentEvent.Opened.class);
        types.put("incident.concern-joined", IncidentEvent.ConcernJoined.class);
        types.put("incident.person-linked", IncidentEvent.PersonLinked.class);
        types.put("incident.person-unlinked", IncidentEvent.PersonUnlinked.class);
        types.put("incident.classified", IncidentEvent.Classified.class);
        types.put("incident.fact-answered", IncidentEvent.FactAnswered.class);
        types.put("incident.step-done", IncidentEvent.StepDone.class);
        types.put("incident.actions-chosen", IncidentEvent.ActionsChosen.class);
        types.put("incident.weighed", IncidentEvent.Weighed.class);
        types.put("incident.action-done", IncidentEvent.ActionDone.class);
        types.put("incident.action-not-needed", IncidentEvent.ActionNotNeeded.class);
        types.put("incident.made-safe", IncidentEvent.MadeSafe.class);
        types.put("incident.note-added", IncidentEvent.NoteAdded.class);
        types.put("incident.opened-to-post", IncidentEvent.OpenedToPost.class);
        types.put("incident.exhibit-kept", IncidentEvent.ExhibitKept.class);
        types.put("incident.exhibit-disposal-asked", IncidentEvent.ExhibitDisposalAsked.class);
        types.put("incident.exhibit-disposal-decided", IncidentEvent.ExhibitDisposalDecided.class);
        types.put("incident.image-viewed", IncidentEvent.ImageViewed.class);
        types.put("incident.support-given", IncidentEvent.SupportGiven.class);
        types.put("incident.parent-told", IncidentEvent.ParentTold.class);
        types.put("incident.parent-not-told", IncidentEvent.ParentNotTold.class);
        types.put("incident.safety-plan-set", IncidentEvent.SafetyPlanSet.class);
        types.put("incident.safety-plan-reviewed", IncidentEvent.SafetyPlanReviewed.class);
        types.put("incident.feedback-given", IncidentEvent.FeedbackGiven.class);
        types.put("incident.decision-made", IncidentEvent.DecisionMade.class);
        types.put("incident.bar-lifted", IncidentEvent.BarLifted.class);
        types.put("incident.return-asked", IncidentEvent.ReturnAsked.class);
        types.put("incident.return-decided", IncidentEvent.ReturnDecided.class);
        types.put("incident.referred", IncidentEvent.Referred.class);
        types.put("incident.referral-settled", IncidentEvent.ReferralSettled.class);
        types.put("incident.handed-over", IncidentEvent.HandedOver.class);
        types.put("incident.taken-on", IncidentEvent.TakenOn.class);
        types.put("incident.restricted", IncidentEvent.Restricted.class);
        types.put("incident.lead-left-out", IncidentEvent.LeadLeftOut.class);
        types.put("incident.person-shut-out", IncidentEvent.PersonShutOut.class);
        types.put("incident.restriction-widened", IncidentEvent.RestrictionWidened.class);
        types.put("incident.restriction-lifted", IncidentEvent.RestrictionLifted.class);
        types.put("incident.glass-broken", IncidentEvent.GlassBroken.class);
        types.put("incident.closed", IncidentEvent.Closed.class);
        types.put("incident.reopened", IncidentEvent.Reopened.class);
        return Map.copyOf(types);
    }
}
