// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import school.lanyard.access.Reader;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.store.CaseFile;
import school.lanyard.concerns.store.CaseFiles;
import school.lanyard.concerns.store.ConcernRows;
import school.lanyard.concerns.store.IncidentRows;
import school.lanyard.concerns.store.IncidentRows.Projection;
import school.lanyard.core.playbook.Playbook;
import school.lanyard.core.playbook.Progress;
import school.lanyard.database.Database;
import school.lanyard.exhibits.Exhibits;
import school.lanyard.flags.Flag;
import school.lanyard.flags.Flags;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.mail.Outbox;
import school.lanyard.policy.Edition;
import school.lanyard.policy.Editions;
import school.lanyard.sealing.KeyKind;
import school.lanyard.sealing.Seals;

/// The incidents of every school. Each is what its entries in the ledger add up to; the rows that
/// lists use are projections of that, written in the same transaction.
@Service
public final class Incidents {

    /// The ledger's word for a chronology that left.
    private static final String EXPORTED = "incident.exported";

    /// An incident as its page needs it, opened for somebody who may read it.
    public record Opened(
            CaseFile file,
            Edition edition,
            Standing standing,
            Progress progress,
            List<Concerns.Opened> concerns,
            List<Reader> readers,
            List<Reader> sentTo,
            Set<String> barred,
            String route,
            List<Flag> flags) {

        public String reference() {
            return file.reference();
        }

        public String id() {
            return file.id();
        }

        public Incident incident() {
            return standing.incident();
        }

        public Playbook playbook() {
            return standing.playbook();
        }

        /// Why an event could not be recorded now; empty if it could, so that a page offers only
        /// what can be done.
        public Optional<String> refusal(IncidentEvent event) {
            return new Decider(standing, barred).refusal(event);
        }

        /// Whether an event says only what is on record already.
        public boolean changesNothing(IncidentEvent event) {
            return new Decider(standing, barred).changesNothing(event);
        }
    }

    private final Database database;
    private final Ledger ledger;
    private final Editions editions;
    private final Standings standings;
    private final Concerns concerns;
    private final Flags flags;
    private final IncidentChange.Means means;

    Incidents(
            Database database,
            Seals seals,
            Ledger ledger,
            Editions editions,
            Outbox outbox,
            Concerns concerns,
            Exhibits exhibits,
            Flags flags) {
        this.database = database;
        this.ledger = ledger;
        this.editions = editions;
        this.standings = new Standings(editions);
        this.concerns = concerns;
        this.flags = flags;
        this.means =
                new IncidentChange.Means(
                        seals, ledger, editions, standings, outbox, concerns, exhibits);
    }

    /// Makes an incident of a concern that is in none, whether it waits for triage or was answered.
    ///
    /// @param first what triage has settled already: who has which part, what kind it is
    /// @return its reference; empty if there is no such concern for this viewer, or it was taken
    public Optional<String> openFrom(
            Viewer viewer, String concernReference, List<IncidentEvent> first, Instant at) {
        var key = means.seals().newKey(viewer.school(), KeyKind.CASE);
        return change(viewer, at, change -> change.open(concernReference, key, first));
    }

    /// Adds a concern that is in no incident to one that is open.
    public Outcome join(
            Viewer viewer, String concernReference, String incidentReference, Instant at) {
        return change(viewer, at, change -> change.join(concernReference, incidentReference));
    }

    /// Records something in an incident, if the playbook, the policy and the law allow it now.
    ///
    /// @param token of the form it was sent with; the same form sent again changes nothing
    public Outcome record(
            Viewer viewer, String reference, IncidentEvent event, String token, Instant at) {
        return change(viewer, at, change -> change.record(reference, event, token));
    }

    /// What every change of an incident needs.
    IncidentChange.Means means() {
        return means;
    }

    <T> T change(Viewer viewer, Instant at, Function<IncidentChange, T> what) {
        return database.write(
                viewer.school(), tx -> what.apply(new IncidentChange(means, tx, viewer, at)));
    }

    /// Whether a person may read an incident, without reading it.
    public boolean mayRead(Viewer viewer, String reference) {
        return database.read(sql ->
                new CaseFiles(sql, viewer.school())
                        .find("incident", reference, viewer)
                        .isPresent());
    }

    /// Opens an incident for somebody who may read it, entering the read first.
    ///
    /// @param action what is read: the page, or its chronology
    public Optional<Opened> open(Viewer viewer, String reference, String action, Instant at) {
        var file =
                database.read(sql ->
                        new CaseFiles(sql, viewer.school()).find("incident", reference, viewer));
        if (file.isEmpty()) {
            return Optional.empty();
        }
        ledger.enterRead(
                viewer.school(),
                at,
                Actor.person(viewer.person()),
                action,
                List.of(file.get().id()));
        return Optional.of(opened(viewer, file.get(), at));
    }

    /// Opens an incident for its chronology to be given to somebody outside, entering first that it
    /// leaves and for whom.
    ///
    /// @param withNotes whether the handlers' private notes leave with it
    public Optional<Opened> export(
            Viewer viewer, String reference, String recipient, boolean withNotes, Instant at) {
        var file =
                database.read(sql ->
                        new CaseFiles(sql, viewer.school()).find("incident", reference, viewer));
        file.ifPresent(found ->
                database.change(
                        viewer.school(),
                        tx ->
                                ledger.enter(
                                        tx,
                                        Note.of(
                                                        at,
                                                        Actor.person(viewer.person()),
                                                        EXPORTED,
                                                        found.id())
                                                .with(
                                                        found.keyId(),
                                                        Json.write(
                                                                new Exported(
                                                                        recipient, withNotes))))));
        return file.map(found -> opened(viewer, found, at));
    }

    /// That a chronology left, as the ledger keeps it.
    record Exported(String recipient, boolean withNotes) {}

    /// Incidents of which a safety plan is to be looked at by a day, as far as the viewer may read
    /// them: the first day and how many there are.
    public List<IncidentRows.Row> toReviewBy(Viewer viewer, java.time.LocalDate day) {
        return database.read(sql -> new IncidentRows(sql, viewer.school()).toReviewBy(day, viewer));
    }

    /// The anonymised facts of incidents opened in a span of time, for figures and nothing else.
    /// Those about leaders, and those that any reader of the figures must not know of, stand apart.
    public List<Figure> figures(
            String school, Instant from, Instant to, Collection<String> readers) {
        return database
                .read(sql -> new IncidentRows(sql, school).general(from, to, readers))
                .stream()
                .map(Incidents::figure)
                .toList();
    }

    /// The facts of the incidents that stand apart, as far as the viewer may know of them. That
    /// they were looked at is entered first, with each that counts.
    public List<Figure> figuresApart(
            Viewer viewer, Instant from, Instant to, Collection<String> readers, Instant at) {
        var rows =
                database.read(sql ->
                        new IncidentRows(sql, viewer.school()).apart(from, to, readers, viewer));
        ledger.enterRead(
                viewer.school(),
                at,
                Actor.person(viewer.person()),
                "report.annex-read",
                rows.stream().map(IncidentRows.Row::id).toList());
        return rows.stream().map(Incidents::figure).toList();
    }

    private static Figure figure(IncidentRows.Row row) {
        return new Figure(
                row.openedAt(),
                row.edition(),
                row.projection().category(),
                row.projection().mainRisk(),
                row.projection().outcome(),
                row.projection().firstActionAt());
    }

    /// What the projection of an incident should be, worked out from the ledger alone.
    Projection rebuilt(String school, String id, String editionId, boolean leader) {
        var edition = editions.find(school, editionId).orElseThrow();
        var incident = Standings.fold(id, ledger.about(school, id, IncidentEvents.PREFIX));
        return standings.project(school, edition, incident, leader);
    }

    /// Opens an incident whose read was entered.
    Opened opened(Viewer viewer, CaseFile file, Instant at) {
        return opened(viewer, List.of(file), at).getFirst();
    }

    /// The same for several at once, asking for each thing of all of them together.
    List<Opened> opened(Viewer viewer, List<CaseFile> files, Instant at) {
        if (files.isEmpty()) {
            return List.of();
        }
        var ids = files.stream().map(CaseFile::id).toList();
        var entries = ledger.about(viewer.school(), ids, IncidentEvents.PREFIX);
        var incidents =
                ids.stream()
                        .map(id -> Standings.fold(id, entries.getOrDefault(id, List.of())))
                        .toList();
        var beside = beside(viewer, ids, incidents);
        return IntStream.range(0, files.size())
                .mapToObj(i -> opened(viewer, files.get(i), incidents.get(i), beside, at))
                .toList();
    }

    /// What belongs to some incidents besides their events, by their ids; the concerns by their
    /// own, and the flags of everybody in any of them.
    private record Beside(
            Map<String, Set<String>> alarms,
            Map<String, Concerns.Opened> concerns,
            Map<String, List<Reader>> readers,
            Map<String, List<Reader>> sentTo,
            Map<String, Set<String>> barred,
            Map<String, String> routes,
            List<Flag> flags) {}

    private Beside beside(Viewer viewer, List<String> ids, List<Incident> incidents) {
        var opened =
                concerns.openAll(
                        viewer,
                        incidents.stream()
                                .flatMap(each -> each.concerns().stream())
                                .distinct()
                                .toList());
        var people =
                incidents.stream()
                        .flatMap(each -> each.people().keySet().stream())
                        .collect(Collectors.toSet());
        var standing = flags.of(viewer, people);
        return database.read(sql -> {
            var files = new CaseFiles(sql, viewer.school());
            return new Beside(
                    new ConcernRows(sql, viewer.school()).alarms(ids),
                    opened.stream().collect(Collectors.toMap(Concerns.Opened::id, each -> each)),
                    files.readers(ids, viewer.today()),
                    files.sentTo(ids, viewer.today()),
                    files.barred(ids),
                    files.routesOf(ids),
                    standing);
        });
    }

    private Opened opened(
            Viewer viewer, CaseFile file, Incident incident, Beside beside, Instant at) {
        var id = file.id();
        var edition = edition(viewer.school(), file);
        var alarms = beside.alarms().getOrDefault(id, Set.of());
        var standing = standings.at(viewer.school(), edition, incident, alarms, at);
        return new Opened(
                file,
                edition,
                standing,
                standing.progress(),
                incident.concerns().stream()
                        .flatMap(concern -> Stream.ofNullable(beside.concerns().get(concern)))
                        .toList(),
                beside.readers().getOrDefault(id, List.of()),
                beside.sentTo().getOrDefault(id, List.of()),
                beside.barred().getOrDefault(id, Set.of()),
                beside.routes().getOrDefault(id, ""),
                beside.flags().stream()
                        .filter(flag -> incident.people().containsKey(flag.person()))
                        .toList());
    }

    /// An incident stays on the edition it was opened under.
    private Edition edition(String school, CaseFile file) {
        return editions.find(school, file.edition()).orElseThrow();
    }
}
