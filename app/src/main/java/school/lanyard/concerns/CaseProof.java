// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import school.lanyard.concerns.store.CaseFiles;
import school.lanyard.concerns.store.ConcernRows;
import school.lanyard.concerns.store.Handovers;
import school.lanyard.exhibits.Exhibits;
import school.lanyard.ledger.Comparison;
import school.lanyard.ledger.Rebuilding;

/// Rebuilds from the ledger what the rows around cases should say: who reported, what became part
/// of what, where each case was sent, to whom it was handed, and which files are kept with it. What
/// an incident itself adds up to is compared by {@link Projections}.
public final class CaseProof {

    private static final String KEPT = "incident.exhibit-kept";
    private static final String DECIDED = "incident.exhibit-disposal-decided";

    private final Rebuilding of;

    /// Cases of which an entry was disposed of: nothing can be said of them.
    private final Set<String> closed = new HashSet<>();

    private CaseProof(Rebuilding of) {
        this.of = of;
    }

    public static List<Comparison> compare(Rebuilding of) {
        var proof = new CaseProof(of);
        var rows = of.rows(sql -> new ConcernRows(sql, of.school()).everything());
        var all = new ArrayList<Comparison>();
        all.add(proof.reported(rows));
        all.add(proof.answered(rows));
        all.add(proof.joined(rows));
        all.add(proof.handedOver());
        all.add(proof.sent());
        all.add(proof.opened(rows));
        all.addAll(proof.exhibits());
        return all;
    }

    /// One thing that happened to a case.
    private record Event(String caseId, Instant at, String by, IncidentEvent said) {}

    private List<Event> events(String... actions) {
        var events = new ArrayList<Event>();
        for (var told : of.told(actions)) {
            var content = told.entry().content();
            if (content == null) {
                closed.addAll(told.subjects());
                continue;
            }
            var event = IncidentEvents.read(told.entry().action(), content);
            told.subjects()
                    .forEach(id ->
                            events.add(
                                    new Event(
                                            id,
                                            told.entry().at(),
                                            told.entry().actor().id(),
                                            event)));
        }
        return events;
    }

    private Comparison reported(List<ConcernRows.Stored> rows) {
        var reported = new Comparison("concerns whose reporter, time or alarm is another");
        for (var told : of.told(Concern.RECEIVED)) {
            var content = told.entry().content();
            if (content == null) {
                closed.addAll(told.subjects());
                continue;
            }
            var risk = Json.read(content, Report.class).atRiskNow();
            told.subjects()
                    .forEach(id ->
                            reported.told(id, told.entry().actor().id(), told.entry().at(), risk));
        }
        rows.stream()
                .filter(row -> !closed.contains(row.id()))
                .forEach(row ->
                        reported.found(
                                row.id(), row.reporter(), row.receivedAt(), row.atRiskNow()));
        return reported;
    }

    private Comparison answered(List<ConcernRows.Stored> rows) {
        var answered = new Comparison("concerns that were not answered as the ledger says");
        of.told(Concern.ANSWERED)
                .forEach(told ->
                        told.subjects().forEach(id -> answered.told(id, told.entry().at())));
        rows.stream()
                .filter(row -> row.answeredAt() != null)
                .forEach(row -> answered.found(row.id(), row.answeredAt()));
        return answered;
    }

    private Comparison joined(List<ConcernRows.Stored> rows) {
        var joined = new Comparison("concerns that are part of another incident, or of none");
        for (var event : events(IncidentEvents.OPENED, "incident.concern-joined")) {
            switch (event.said()) {
                case IncidentEvent.Opened(var concern, _) ->
                        joined.told(concern, event.caseId(), event.at());
                case IncidentEvent.ConcernJoined(var concern) ->
                        joined.told(concern, event.caseId(), event.at());
                default -> {}
            }
        }
        rows.stream()
                .filter(row -> row.incident() != null && !closed.contains(row.incident()))
                .forEach(row -> joined.found(row.id(), row.incident(), row.joinedAt()));
        return joined;
    }

    private Comparison handedOver() {
        var handed = new Comparison("incidents handed over to somebody else, or at another time");
        var last = new HashMap<String, Handovers.Stored>();
        for (var event : events("incident.handed-over", "incident.taken-on")) {
            var id = event.caseId();
            if (event.said() instanceof IncidentEvent.HandedOver(var to, _)) {
                last.put(id, new Handovers.Stored(id, to, event.at(), null));
            } else {
                last.computeIfPresent(
                        id,
                        (_, was) -> new Handovers.Stored(id, was.to(), was.handedAt(), event.at()));
            }
        }
        last.values().forEach(handed::told);
        of.rows(sql -> new Handovers(sql, of.school()).everything()).stream()
                .filter(row -> !closed.contains(row.caseId()))
                .forEach(handed::found);
        return handed;
    }

    private Comparison sent() {
        var sent = new Comparison("cases sent to other posts than the ledger says");
        var last = new HashMap<String, List<CaseFiles.Routed>>();
        for (var told : of.told(Intake.CLOSED_TO, Sending.ROUTED)) {
            var routes = routes(told);
            told.subjects()
                    .forEach(id -> {
                        if (routes != null && !closed.contains(id)) {
                            last.put(id, routes);
                        }
                    });
        }
        last.forEach((id, routes) -> {
            if (!closed.contains(id)) {
                sent.told(id, routes);
                sent.found(id, of.rows(sql -> new CaseFiles(sql, of.school()).routes(id)));
            }
        });
        return sent;
    }

    private @Nullable List<CaseFiles.Routed> routes(Rebuilding.Told told) {
        var content = told.entry().content();
        if (content == null) {
            closed.addAll(told.subjects());
            return null;
        }
        return told.entry().action().equals(Sending.ROUTED)
                ? Json.read(content, Sending.Routes.class).routes()
                : Json.read(content, Intake.ClosedTo.class).routes();
    }

    /// A concern is open to no post that its incident was not opened to.
    private Comparison opened(List<ConcernRows.Stored> rows) {
        var opened = new Comparison("cases opened to a post that nobody opened them to");
        var told = new HashSet<List<String>>();
        for (var event : events("incident.opened-to-post")) {
            if (event.said() instanceof IncidentEvent.OpenedToPost(var role, _)) {
                told.add(List.of(event.caseId(), role));
            }
        }
        told.forEach(opened::told);
        Map<String, String> incident = new HashMap<>();
        rows.forEach(
                row -> incident.put(row.id(), row.incident() == null ? row.id() : row.incident()));
        of.rows(sql -> new CaseFiles(sql, of.school()).ids("incident"))
                .forEach(id -> incident.put(id, id));
        incident.forEach((id, whole) -> {
            if (!closed.contains(whole)) {
                of.rows(sql -> new CaseFiles(sql, of.school()).opened(id))
                        .forEach(row -> opened.found(List.of(whole, row.role())));
            }
        });
        return opened;
    }

    private List<Comparison> exhibits() {
        var exhibits = new Exhibits(of.database(), of.seals());
        var rows = new Comparison("files of cases that are not what was kept or disposed of");
        var content = new Comparison("files of cases whose content is not what was kept");
        var disposed = new HashMap<String, Instant>();
        for (var event : events(DECIDED)) {
            if (event.said() instanceof IncidentEvent.ExhibitDisposalDecided(var id, var yes, _)
                    && yes) {
                disposed.put(id, event.at());
            }
        }
        for (var event : events(KEPT)) {
            if (event.said() instanceof IncidentEvent.ExhibitKept kept) {
                var id = kept.exhibit();
                rows.told(id, event.caseId(), kept.bytes(), event.at(), disposed.get(id));
                if (!disposed.containsKey(id)) {
                    content.told(id, kept.sha256());
                }
            }
        }
        for (var row : exhibits.everything(of.school())) {
            if (closed.contains(row.of().id())) {
                continue;
            }
            rows.found(row.id(), row.of().id(), row.bytes(), row.keptAt(), row.disposedAt());
            if (row.disposedAt() == null) {
                content.found(row.id(), exhibits.digest(of.school(), row).orElse(""));
            }
        }
        return List.of(rows, content);
    }
}
