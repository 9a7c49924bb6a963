// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.lanyard.concerns.store.IncidentRows.Projection;
import school.lanyard.core.playbook.Event;
import school.lanyard.core.playbook.Playbook;
import school.lanyard.core.playbook.Progress;
import school.lanyard.ledger.Recorded;
import school.lanyard.policy.Edition;
import school.lanyard.policy.Editions;

/// Works out what incidents add up to, and where they stand: by the edition that each was opened
/// under, and the bars of those that came since.
record Standings(Editions editions) {

    static Incident fold(String id, List<Recorded> entries) {
        return new Incident(
                id,
                entries.stream()
                        .filter(entry -> IncidentEvents.isEvent(entry.action()))
                        .map(entry ->
                                new Happening(
                                        entry.id(),
                                        entry.at(),
                                        entry.actor().id(),
                                        IncidentEvents.read(entry.action(), entry.opened())))
                        .toList());
    }

    /// As of its last event, so that it comes out the same whenever it is worked out again.
    Projection project(String school, Edition edition, Incident incident, boolean leader) {
        var standing = at(school, edition, incident, Set.of(), lastOf(incident));
        var progress = standing.progress();
        var closed = incident.closing().map(Happening::at);
        return new Projection(
                incident.history().size(),
                closed.isPresent() ? "closed" : "open",
                progress.track() == null ? "none" : progress.track(),
                incident.classification().map(IncidentEvent.Classified::category).orElse(null),
                incident.classification().map(IncidentEvent.Classified::mainRisk).orElse(null),
                incident.closure().map(IncidentEvent.Closed::outcome).orElse(null),
                leader,
                closed.isPresent() ? null : nextDue(progress, edition, incident),
                incident.firstActionAt().orElse(null),
                closed.orElse(null),
                SafetyPlan.nextReview(incident).orElse(null));
    }

    private static Instant lastOf(Incident incident) {
        return incident.history().getLast().at();
    }

    /// Where it stands at a moment.
    ///
    /// @param alarms its concerns whose reporter said that somebody was at risk
    Standing at(String school, Edition edition, Incident incident, Set<String> alarms, Instant at) {
        return new Standing(
                edition.pack(),
                playbook(edition, incident),
                incident,
                newer(school, incident, at),
                alarms);
    }

    /// An edition without such a playbook has no say in it; what the one before it bars stands.
    private List<Event.NewEdition> newer(String school, Incident incident, Instant at) {
        return editions.since(school, incident.openedAt(), at).stream()
                .flatMap(came ->
                        Stream.ofNullable(
                                        came.edition().pack().playbooks().get(incident.playbook()))
                                .map(newest -> new Event.NewEdition(newest, came.at())))
                .toList();
    }

    private static @Nullable Instant nextDue(
            Progress progress, Edition edition, Incident incident) {
        return Stream.concat(
                        progress.open().stream().map(Progress.Open::due),
                        Referral.of(edition.pack(), incident).stream().map(Referral::due))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    static Playbook playbook(Edition edition, Incident incident) {
        return Objects.requireNonNull(edition.pack().playbooks().get(incident.playbook()));
    }
}
