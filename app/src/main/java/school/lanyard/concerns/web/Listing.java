// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.lanyard.access.SignedIn;
import school.lanyard.concerns.ClosingOutcome;
import school.lanyard.concerns.Queue;
import school.lanyard.concerns.store.ConcernRows;
import school.lanyard.concerns.store.IncidentRows;
import school.lanyard.core.pack.Category;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.playbook.Playbook;
import school.lanyard.core.playbook.Track;
import school.lanyard.people.Directory;
import school.lanyard.policy.Edition;
import school.lanyard.policy.Editions;
import school.lanyard.web.Choice;
import school.lanyard.web.Times;

/// Puts rows of incidents into words, each by the edition that the incident is on.
@Component
class Listing {

    private final Editions editions;

    Listing(Editions editions) {
        this.editions = editions;
    }

    List<ListedIncident> of(SignedIn me, List<Queue.OpenIncident> incidents, Directory directory) {
        return incidents.stream().map(each -> listed(me, each, directory)).toList();
    }

    /// Open incidents as one of them is picked: who is linked to each, what kind it is and since
    /// when. Those that share somebody with the concern come first.
    List<Choice> choices(
            SignedIn me,
            List<Queue.OpenIncident> incidents,
            Set<String> named,
            Directory directory) {
        return incidents.stream()
                .sorted(Comparator.comparing(each -> Collections.disjoint(each.people(), named)))
                .map(each -> choice(me, each, directory))
                .toList();
    }

    private Choice choice(SignedIn me, Queue.OpenIncident incident, Directory directory) {
        var row = incident.row();
        return Choice.of(
                row.reference(),
                QueueController.names(incident.people(), directory),
                row.reference()
                        + ", "
                        + category(pack(me, row), row.projection().category())
                        + ", opened "
                        + Times.shortDay(row.openedAt()));
    }

    /// What the edition that a concern came under says of how long it may wait.
    TriageClock clock(SignedIn me, ConcernRows.Row row, Instant now) {
        return TriageClock.of(pack(me, row.edition()), row.receivedAt(), now);
    }

    /// How a concern came and what kind of report it is, in words.
    String kind(SignedIn me, ConcernRows.Row row) {
        var key = row.kind();
        var kind = key == null ? null : pack(me, row.edition()).kinds().get(key);
        return Stream.of(ReportWords.came(row.cameBy()), kind == null ? "" : kind.label())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(". "));
    }

    private Pack pack(SignedIn me, IncidentRows.Row row) {
        return pack(me, row.edition());
    }

    private Pack pack(SignedIn me, String edition) {
        return editions.find(me.schoolId(), edition).map(Edition::pack).orElseThrow();
    }

    private ListedIncident listed(SignedIn me, Queue.OpenIncident incident, Directory directory) {
        var row = incident.row();
        var now = row.projection();
        var pack = pack(me, row);
        return new ListedIncident(
                row.reference(),
                category(pack, now.category()),
                QueueController.names(incident.people(), directory),
                track(pack, now.track()),
                bars(pack, now.track()),
                row.openedAt(),
                now.nextDueAt(),
                now.outcome() == null ? null : ClosingOutcome.label(now.outcome()),
                now.closedAt());
    }

    private static String category(Pack pack, @Nullable String key) {
        if (key == null) {
            return "Not sorted yet";
        }
        return pack.categories().stream()
                .filter(category -> category.key().equals(key))
                .findFirst()
                .map(Category::label)
                .orElse(key);
    }

    private static String track(Pack pack, String key) {
        return pack.playbooks().values().stream()
                .flatMap(playbook -> playbook.tracks().stream())
                .filter(track -> track.key().equals(key))
                .findFirst()
                .map(Track::label)
                .orElse("Not decided yet");
    }

    /// Whether something is barred on a track, so that it stands out in the list.
    private static boolean bars(Pack pack, String track) {
        return pack.playbooks().values().stream()
                .map(Playbook::bars)
                .flatMap(List::stream)
                .anyMatch(bar -> bar.tracks().contains(track));
    }
}
