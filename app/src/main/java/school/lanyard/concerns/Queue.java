// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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

    /// How many of what is settled a page shows of each.
    public static final int PAGE = 50;

    /// What nobody has to do anything about any more, a page of each, the latest first.
    ///
    /// @param allConcerns how many there are on all pages
    /// @param allIncidents the same
    public record Settled(
            List<AnsweredConcern> concerns,
            int allConcerns,
            List<OpenIncident> incidents,
            int allIncidents) {}

    public record AnsweredConcern(ConcernRows.Row row, Instant answeredAt, List<String> people) {}

    private final Database database;
    private final Ledger ledger;

    Queue(Database database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    public Waiting of(Viewer viewer, Instant at) {
        var concerns = database.read(sql -> new ConcernRows(sql, viewer.school()).waiting(viewer));
        var incidents = open(viewer);
        var ids =
                ids(
                        concerns.stream().map(ConcernRows.Row::id),
                        incidents.stream().map(IncidentRows.Row::id));
        enter(viewer, at, ids);
        var people = about(viewer, ids);
        return new Waiting(
                concerns.stream().map(row -> new WaitingConcern(row, people.of(row.id()))).toList(),
                people.with(incidents));
    }

    /// Closed incidents, and concerns that were answered without one: the first page of each.
    public Settled settled(Viewer viewer, Instant at) {
        return settled(viewer, 1, 1, at);
    }

    /// The same, some page of each.
    ///
    /// @param concernsPage from 1; one that is not there shows the nearest that is
    public Settled settled(Viewer viewer, int concernsPage, int incidentsPage, Instant at) {
        var allConcerns =
                database.read(sql -> new ConcernRows(sql, viewer.school()).answered(viewer));
        var allIncidents =
                database.read(sql -> new IncidentRows(sql, viewer.school()).closed(viewer));
        var concerns = part(allConcerns, concernsPage);
        var incidents =
                database.read(sql ->
                        new IncidentRows(sql, viewer.school())
                                .closed(part(allIncidents, incidentsPage), viewer));
        var ids =
                ids(
                        concerns.stream().map(each -> each.row().id()),
                        incidents.stream().map(IncidentRows.Row::id));
        enter(viewer, at, ids);
        var people = about(viewer, ids);
        return new Settled(
                concerns.stream()
                        .map(each ->
                                new AnsweredConcern(
                                        each.row(), each.answeredAt(), people.of(each.row().id())))
                        .toList(),
                allConcerns.size(),
                people.with(incidents),
                allIncidents.size());
    }

    private static <T> List<T> part(List<T> all, int page) {
        var last = Math.max(1, Math.ceilDiv(all.size(), PAGE));
        var from = (Math.clamp(page, 1, last) - 1) * PAGE;
        return all.subList(from, Math.min(all.size(), from + PAGE));
    }

    /// Open incidents with everybody linked to them, for one of them to be chosen.
    public List<OpenIncident> open(Viewer viewer, Instant at) {
        var incidents = open(viewer);
        var ids = incidents.stream().map(IncidentRows.Row::id).toList();
        enter(viewer, at, ids);
        return linked(viewer, ids, _ -> true).with(incidents);
    }

    /// How many open incidents were handed over to the viewer and wait to be taken on.
    public int handedTo(Viewer viewer) {
        return database.read(sql -> new Handovers(sql, viewer.school()).waitingFor(viewer));
    }

    /// How many concerns wait, without opening anything.
    public int concerns(Viewer viewer) {
        return database.read(sql -> new QueueRows(sql, viewer.school()).concerns(viewer));
    }

    /// How much waits, without opening anything.
    public QueueRows.Size size(Viewer viewer, Instant now) {
        return database.read(sql -> new QueueRows(sql, viewer.school()).size(viewer, now));
    }

    private List<IncidentRows.Row> open(Viewer viewer) {
        return database.read(sql -> new IncidentRows(sql, viewer.school()).in("open", viewer));
    }

    private static List<String> ids(Stream<String> concerns, Stream<String> incidents) {
        return Stream.concat(concerns, incidents).toList();
    }

    private void enter(Viewer viewer, Instant at, List<String> shown) {
        if (!shown.isEmpty()) {
            ledger.enterRead(
                    viewer.school(), at, Actor.person(viewer.person()), "queue.read", shown);
        }
    }

    /// Whom each of some cases is about; looked at once the read was entered.
    private Linked about(Viewer viewer, List<String> ids) {
        return linked(viewer, ids, Part::isAbout);
    }

    private Linked linked(Viewer viewer, List<String> ids, Predicate<Part> which) {
        return new Linked(
                database.read(sql -> new CaseFiles(sql, viewer.school()).people(ids)), which);
    }

    /// The people linked to each of some cases, as far as their part is asked for.
    private record Linked(Map<String, Map<String, String>> parts, Predicate<Part> which) {

        List<String> of(String id) {
            return parts.getOrDefault(id, Map.of()).entrySet().stream()
                    .filter(linked -> which.test(Part.of(linked.getValue())))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        List<OpenIncident> with(List<IncidentRows.Row> rows) {
            return rows.stream().map(row -> new OpenIncident(row, of(row.id()))).toList();
        }
    }
}
