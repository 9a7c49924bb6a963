// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.store.CaseFiles;
import school.lanyard.concerns.store.ConcernRows;
import school.lanyard.concerns.store.Handovers;
import school.lanyard.concerns.store.IncidentRows;
import school.lanyard.concerns.store.QueueRows;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;

/// What waits for a handler. Seeing whom a case is about is a confidential read, so each showing of
/// the queue is entered in the ledger, listing what it shows.
@Service
public final class Queue {

    public record Waiting(List<WaitingConcern> concerns, List<OpenIncident> incidents) {}

    public record WaitingConcern(ConcernRows.Row row, List<String> people) {}

    public record OpenIncident(IncidentRows.Row row, List<String> people) {

        public String reference() {
            return row.reference();
        }
    }

    /// What nobody has to do anything about any more.
    public record Settled(List<AnsweredConcern> concerns, List<OpenIncident> incidents) {}

    public record AnsweredConcern(ConcernRows.Row row, Instant answeredAt, List<String> people) {}

    private final Database database;
    private final Ledger ledger;

    Queue(Database database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    public Waiting of(Viewer viewer, Instant at) {
        var concerns = database.read(sql -> new ConcernRows(sql, viewer.school()).waiting(viewer));
        var incidents = incidents("open", viewer);
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
                    withPeople(files, incidents));
        });
    }

    /// Closed incidents, and concerns that were answered without one.
    public Settled settled(Viewer viewer, Instant at) {
        var concerns = database.read(sql -> new ConcernRows(sql, viewer.school()).answered(viewer));
        var incidents = incidents("closed", viewer);
        enter(
                viewer,
                at,
                Stream.concat(
                        concerns.stream().map(each -> each.row().id()),
                        incidents.stream().map(IncidentRows.Row::id)));
        return database.read(sql -> {
            var files = new CaseFiles(sql, viewer.school());
            return new Settled(
                    concerns.stream()
                            .map(each ->
                                    new AnsweredConcern(
                                            each.row(),
                                            each.answeredAt(),
                                            about(files, each.row().id())))
                            .toList(),
                    withPeople(files, incidents));
        });
    }

    /// Open incidents with everybody linked to them, for one of them to be chosen.
    public List<OpenIncident> open(Viewer viewer, Instant at) {
        var incidents = incidents("open", viewer);
        enter(viewer, at, incidents.stream().map(IncidentRows.Row::id));
        return database.read(sql -> {
            var files = new CaseFiles(sql, viewer.school());
            return incidents.stream()
                    .map(row -> new OpenIncident(row, List.copyOf(files.people(row.id()).keySet())))
                    .toList();
        });
    }

    /// How many open incidents were handed over to the viewer and wait to be taken on.
    public int handedTo(Viewer viewer) {
        return database.read(sql -> new Handovers(sql, viewer.school()).waitingFor(viewer));
    }

    /// How much waits, without opening anything.
    public QueueRows.Size size(Viewer viewer, Instant now) {
        return database.read(sql -> new QueueRows(sql, viewer.school()).size(viewer, now));
    }

    private List<IncidentRows.Row> incidents(String state, Viewer viewer) {
        return database.read(sql -> new IncidentRows(sql, viewer.school()).in(state, viewer));
    }

    private static List<OpenIncident> withPeople(CaseFiles files, List<IncidentRows.Row> rows) {
        return rows.stream().map(row -> new OpenIncident(row, about(files, row.id()))).toList();
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
