// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.IncidentEvent.ActionDone;
import school.lanyard.concerns.store.CaseFile;
import school.lanyard.concerns.store.HistoryRows;
import school.lanyard.core.response.Action;
import school.lanyard.core.response.ResponseRow;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.policy.Editions;

/// Finds out whether somebody goes on after a warning or a sanction. It is worked out anew each
/// time, from those of their earlier incidents that the viewer may read: the others leave no trace.
@Service
public final class Repeats {

    private static final String LOOKED = "repeat.read";

    /// What a grid's action counts as when it is a warning or a sanction, in the words of bars.
    private static final String DISCIPLINE = "discipline";

    /// An earlier incident of somebody after which they were warned or sanctioned.
    ///
    /// @param person who is said to be responsible for both, as an opaque id
    /// @param given the warning or sanction in the policy's words
    public record Earlier(String person, String reference, Instant openedAt, String given) {}

    private final Database database;
    private final Ledger ledger;
    private final Editions editions;

    Repeats(Database database, Ledger ledger, Editions editions) {
        this.database = database;
        this.ledger = ledger;
        this.editions = editions;
    }

    /// Earlier incidents of those said to be responsible for this one, the read of each entered
    /// first.
    public List<Earlier> before(Viewer viewer, Incidents.Opened opened, Instant at) {
        var earlier = new ArrayList<Earlier>();
        opened.incident()
                .people()
                .forEach((person, part) -> {
                    if (part == Part.ALLEGED) {
                        earlier.addAll(before(viewer, opened.file(), person, at));
                    }
                });
        return earlier;
    }

    private List<Earlier> before(Viewer viewer, CaseFile file, String person, Instant at) {
        var files =
                database.read(
                        sql -> new HistoryRows(sql, viewer.school()).alleged(person, file, viewer));
        if (files.isEmpty()) {
            return List.of();
        }
        ledger.enterRead(
                viewer.school(),
                at,
                Actor.person(viewer.person()),
                LOOKED,
                files.stream().map(CaseFile::id).toList());
        return files.stream()
                .flatMap(each -> earlier(viewer.school(), each, person).stream())
                .toList();
    }

    private Optional<Earlier> earlier(String school, CaseFile file, String person) {
        var incident =
                Standings.fold(file.id(), ledger.about(school, file.id(), IncidentEvents.PREFIX));
        return given(school, file, incident)
                .map(given -> new Earlier(person, file.reference(), file.openedAt(), given));
    }

    /// The last warning or sanction that was carried out, or that it was closed with one.
    private Optional<String> given(String school, CaseFile file, Incident incident) {
        var pack = editions.find(school, file.edition()).orElseThrow().pack();
        var done =
                incident.actionRecords().values().stream()
                        .filter(ActionDone.class::isInstance)
                        .map(record -> ((ActionDone) record).action())
                        .flatMap(key ->
                                Actions.grid(pack, incident)
                                        .map(grid -> grid.actions().get(key))
                                        .stream())
                        .filter(action -> action.countsAs().contains(DISCIPLINE))
                        .map(Action::label)
                        .reduce((_, later) -> later);
        return done.or(() ->
                incident.closure()
                        .map(IncidentEvent.Closed::outcome)
                        .filter(ClosingOutcome.SANCTION.key()::equals)
                        .map(ClosingOutcome::label));
    }

    /// The kind of incident that the policy has for a repeat, where it has one for this group and
    /// the incident is not of it already.
    public static @Nullable ResponseRow kind(Incidents.Opened opened) {
        var now = opened.incident().classification();
        return Actions.grid(opened.edition().pack(), opened.incident()).stream()
                .flatMap(grid -> grid.rows().values().stream())
                .filter(ResponseRow::repeat)
                .filter(row -> now.filter(kind -> kind.category().equals(row.key())).isEmpty())
                .findFirst()
                .orElse(null);
    }
}
