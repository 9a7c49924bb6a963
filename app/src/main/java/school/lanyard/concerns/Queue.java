// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.store.CaseFiles;
import school.lanyard.concerns.store.ConcernRows;
import school.lanyard.concerns.store.IncidentRows;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;

/// What waits for a handler. Seeing whom a case is about is a confidential read, so each showing of
/// the queue is entered in the ledger, listing what it shows.
@Service
public final class Queue {

    public record Waiting(List<WaitingConcern> concerns, List<OpenIncident> incidents) {}

    public record WaitingConcern(ConcernRows.Row row, List<String> people) {}

    public record OpenIncident(IncidentRows.Row row, List<String> people) {}

    /// How much waits, without opening anything.
    ///
    /// @param overdue open incidents with something overdue
    public record Size(int concerns, int atRisk, int incidents, int overdue) {}

    private final Database database;
    private final Ledger ledger;

    Queue(Database database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    public Waiting of(Viewer viewer, Instant at) {
        var concerns = database.read(sql -> new ConcernRows(sql, viewer.school()).waiting(viewer));
        var incidents =
                database.read(sql -> new IncidentRows(sql, viewer.school()).in("open", viewer));
        enter(
                viewer,
                at,
                Stream.concat(
                        concerns.stream().map(ConcernRows.Row::id),
                        incidents.stream().map(IncidentRows.Row::id)));
        return database.read(sql -> {
            var files = new CaseFiles(sql, viewer.school());
            return new Waiting(
                    concerns.stream()
                            .map(row -> new WaitingConcern(row, about(files, row.id())))
                            .toList(),
                    incidents.stream()
                            .map(row -> new OpenIncident(row, about(files, row.id())))
                            .toList());
        });
    }

    public List<OpenIncident> closed(Viewer viewer, Instant at) {
        var incidents =
                database.read(sql -> new IncidentRows(sql, viewer.school()).in("closed", viewer));
        enter(viewer, at, incidents.stream().map(IncidentRows.Row::id));
        return database.read(sql -> {
            var files = new CaseFiles(sql, viewer.school());
            return incidents.stream()
                    .map(row -> new OpenIncident(row, about(files, row.id())))
                    .toList();
        });
    }

    public Size size(Viewer viewer, Instant now) {
        return database.read(sql -> {
            var concerns = new ConcernRows(sql, viewer.school()).waiting(viewer);
            var incidents = new IncidentRows(sql, viewer.school()).in("open", viewer);
            return new Size(
                    concerns.size(),
                    (int) concerns.stream().filter(ConcernRows.Row::atRiskNow).count(),
                    incidents.size(),
                    (int) incidents.stream().filter(row -> overdue(row, now)).count());
        });
    }

    private static boolean overdue(IncidentRows.Row row, Instant now) {
        var due = row.projection().nextDueAt();
        return due != null && due.isBefore(now);
    }

    private void enter(Viewer viewer, Instant at, Stream<String> shown) {
        var ids = shown.toList();
        if (!ids.isEmpty()) {
            ledger.enterRead(viewer.school(), at, Actor.person(viewer.person()), "queue.read", ids);
        }
    }

    private static List<String> about(CaseFiles files, String id) {
        return files.people(id).entrySet().stream()
                .filter(linked -> Part.of(linked.getValue()).isAbout())
                .map(linked -> linked.getKey())
                .toList();
    }
}
