// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.lanyard.access.SignedIn;
import school.lanyard.concerns.ClosingOutcome;
import school.lanyard.concerns.Queue;
import school.lanyard.concerns.store.IncidentRows;
import school.lanyard.core.pack.Category;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.playbook.Playbook;
import school.lanyard.core.playbook.Track;
import school.lanyard.people.Directory;
import school.lanyard.policy.Edition;
import school.lanyard.policy.Editions;
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

    /// What an open incident is called where one has to be picked, by its reference.
    Map<String, String> titles(SignedIn me, List<IncidentRows.Row> rows) {
        var titles = new LinkedHashMap<String, String>();
        for (var row : rows) {
            titles.put(
                    row.reference(),
                    row.reference()
                            + ", "
                            + category(pack(me, row), row.projection().category())
                            + ", opened "
                            + Times.shortDay(row.openedAt()));
        }
        return titles;
    }

    private Pack pack(SignedIn me, IncidentRows.Row row) {
        return editions.find(me.schoolId(), row.edition()).map(Edition::pack).orElseThrow();
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
