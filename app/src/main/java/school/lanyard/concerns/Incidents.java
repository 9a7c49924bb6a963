// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import school.lanyard.access.Reader;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.store.CaseFile;
import school.lanyard.concerns.store.CaseFiles;
import school.lanyard.concerns.store.ConcernRows;
import school.lanyard.concerns.store.IncidentRows;
import school.lanyard.concerns.store.IncidentRows.Projection;
import school.lanyard.concerns.store.Submissions;
import school.lanyard.core.playbook.Event;
import school.lanyard.core.playbook.Playbook;
import school.lanyard.core.playbook.Progress;
import school.lanyard.core.routing.About;
import school.lanyard.core.routing.Route;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.ledger.Recorded;
import school.lanyard.mail.MailKind;
import school.lanyard.mail.Outbox;
import school.lanyard.policy.Edition;
import school.lanyard.policy.Editions;
import school.lanyard.sealing.KeyKind;
import school.lanyard.sealing.Seals;

/// The incidents of every school. Each is what its entries in the ledger add up to; the rows that
/// lists use are projections of that, written in the same transaction.
@Service
public final class Incidents {

    /// The key, in every pack, of the playbook that incidents follow.
    private static final String PLAYBOOK = "incident";

    /// The key, in every pack, of what closing waits for until the reporter was told.
    private static final String FEEDBACK = "feedback";

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
            Set<String> barred,
            String route) {

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
    private final Seals seals;
    private final Ledger ledger;
    private final Editions editions;
    private final Outbox outbox;
    private final Concerns concerns;

    Incidents(
            Database database,
            Seals seals,
            Ledger ledger,
            Editions editions,
            Outbox outbox,
            Concerns concerns) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
        this.editions = editions;
        this.outbox = outbox;
        this.concerns = concerns;
    }

    /// Makes an incident of a concern that is in none, whether it waits for triage or was answered.
    ///
    /// @param first what triage has settled already: who has which part, what kind it is
    /// @return its reference; empty if there is no such concern for this viewer, or it was taken
    public Optional<String> openFrom(
            Viewer viewer, String concernReference, List<IncidentEvent> first, Instant at) {
        var key = seals.newKey(viewer.school(), KeyKind.CASE);
        return database.write(
                viewer.school(),
                tx ->
                        free(tx, viewer, concernReference)
                                .map(concern -> open(tx, viewer, concern, key, first, at)));
    }

    /// Adds a concern that is in no incident to one that is open.
    public Outcome join(
            Viewer viewer, String concernReference, String incidentReference, Instant at) {
        return database.write(
                viewer.school(),
                tx -> {
                    var concern = free(tx, viewer, concernReference);
                    var file = files(tx).find("incident", incidentReference, viewer);
                    if (concern.isEmpty() || file.isEmpty()) {
                        return new Outcome.NotFound();
                    }
                    return join(tx, viewer, concern.get(), file.get(), at);
                });
    }

    /// Records something in an incident, if the playbook, the policy and the law allow it now.
    ///
    /// @param token of the form it was sent with; the same form sent again changes nothing
    public Outcome record(
            Viewer viewer, String reference, IncidentEvent event, String token, Instant at) {
        return database.write(
                viewer.school(),
                tx ->
                        files(tx)
                                .find("incident", reference, viewer)
                                .map(file -> record(tx, viewer, file, event, token, at))
                                .orElseGet(Outcome.NotFound::new));
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
    public Optional<Opened> export(Viewer viewer, String reference, String recipient, Instant at) {
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
                                                        Json.write(new Exported(recipient))))));
        return file.map(found -> opened(viewer, found, at));
    }

    /// That a chronology left, as the ledger keeps it.
    record Exported(String recipient) {}

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
        var incident = fold(id, ledger.about(school, id, IncidentEvents.PREFIX));
        return project(editions, school, edition, incident, leader);
    }

    private Optional<CaseFile> free(Tx tx, Viewer viewer, String reference) {
        return files(tx)
                .find("concern", reference, viewer)
                .filter(file -> new ConcernRows(tx.sql(), tx.school()).isInNoIncident(file.id()));
    }

    private String open(
            Tx tx,
            Viewer viewer,
            CaseFile concern,
            String key,
            List<IncidentEvent> first,
            Instant at) {
        var edition = editions.running(tx);
        var file =
                new CaseFile(
                        UUID.randomUUID().toString(),
                        "incident",
                        Reference.random(),
                        key,
                        edition.id(),
                        at);
        files(tx).add(file);
        new ReporterNews(tx, editions.running(tx)).opened(concern.id(), at);
        new ConcernRows(tx.sql(), tx.school()).join(concern.id(), file.id(), at);
        inherit(tx, concern.id(), file.id());
        var opening = new IncidentEvent.Opened(concern.id(), PLAYBOOK);
        var incident = new Incident(file.id(), List.of(enter(tx, viewer, file, opening, at)));
        for (var event : withEverybodyLinked(tx, concern.id(), first)) {
            incident = incident.with(apply(tx, viewer, file, event, at));
        }
        settle(tx, viewer, file, incident);
        return file.reference();
    }

    /// Whoever a concern was closed to stays closed out of its incident until triage says
    /// otherwise.
    private static List<IncidentEvent> withEverybodyLinked(
            Tx tx, String concern, List<IncidentEvent> first) {
        var settled =
                first.stream()
                        .filter(IncidentEvent.PersonLinked.class::isInstance)
                        .map(event -> ((IncidentEvent.PersonLinked) event).person())
                        .collect(Collectors.toSet());
        var unsettled =
                files(tx).people(concern).entrySet().stream()
                        .filter(linked -> !settled.contains(linked.getKey()))
                        .<IncidentEvent>map(linked ->
                                new IncidentEvent.PersonLinked(
                                        linked.getKey(), Part.of(linked.getValue())));
        return Stream.concat(unsettled, first.stream()).toList();
    }

    private Outcome join(Tx tx, Viewer viewer, CaseFile concern, CaseFile file, Instant at) {
        var before = incident(tx, file);
        if (before.isClosed()) {
            return new Outcome.Refused("That incident is closed. Start a new one.");
        }
        new ReporterNews(tx, editions.running(tx)).opened(concern.id(), at);
        new ConcernRows(tx.sql(), tx.school()).join(concern.id(), file.id(), at);
        inherit(tx, concern.id(), file.id());
        var incident =
                before.with(
                        enter(tx, viewer, file, new IncidentEvent.ConcernJoined(concern.id()), at));
        for (var linked : files(tx).people(concern.id()).entrySet()) {
            // Whom a report names is one it is about, until somebody says otherwise of this report
            // too.
            var now = incident.people().get(linked.getKey());
            if (now == null || !now.isAbout()) {
                var event =
                        new IncidentEvent.PersonLinked(linked.getKey(), Part.of(linked.getValue()));
                incident = incident.with(apply(tx, viewer, file, event, at));
            }
        }
        for (var linked : incident.people().entrySet()) {
            files(tx).link(concern.id(), linked.getKey(), linked.getValue().stored());
        }
        settle(tx, viewer, file, incident);
        return new Outcome.Recorded();
    }

    private Outcome record(
            Tx tx, Viewer viewer, CaseFile file, IncidentEvent event, String token, Instant at) {
        var submissions = new Submissions(tx.sql(), tx.school());
        var print = print(tx, file, event, token);
        var incident = incident(tx, file);
        if (submissions.taken(print)) {
            return Returns.waits(incident, event) ? new Outcome.Waits() : new Outcome.Recorded();
        }
        var alarms = new ConcernRows(tx.sql(), tx.school()).alarms(file.id());
        var edition = edition(tx.school(), file);
        var standing = standing(tx.school(), edition, incident, alarms, at);
        var decider = new Decider(standing, files(tx).barred(file.id()));
        if (decider.changesNothing(event)) {
            return new Outcome.Unchanged();
        }
        var returns =
                new Returns(
                        editions.running(tx).pack(),
                        files(tx),
                        person -> concerns.family(tx, person),
                        viewer.today());
        var asking = returns.inPlaceOf(incident, event);
        var refusal =
                decider.refusal(event)
                        .or(() -> decided(decider, returns, viewer, file, incident, event))
                        .or(() ->
                                asking.flatMap(
                                        _ -> returns.refusal(incident, file, viewer, event)));
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        submissions.take(print, at);
        var done = asking.<IncidentEvent>map(asked -> asked).orElse(event);
        var after = incident.with(apply(tx, viewer, file, done, at));
        var consequence = decider.consequence(done);
        if (consequence.isPresent()) {
            after = after.with(apply(tx, viewer, file, consequence.get(), at));
        }
        settle(tx, viewer, file, after);
        if (tellsReporters(playbook(edition, incident), event)) {
            var news = new ReporterNews(tx, editions.running(tx));
            after.concerns().forEach(concern -> news.answered(concern, at));
        }
        if (asking.isEmpty()) {
            return new Outcome.Recorded();
        }
        returns.seconds(file.id(), viewer.person())
                .forEach(person -> outbox.queue(tx, person, MailKind.NEEDS_YOU, "/sign-in"));
        return new Outcome.Waits();
    }

    /// Why a decision on somebody's return may not be made by the viewer, or not any more.
    private static Optional<String> decided(
            Decider decider,
            Returns returns,
            Viewer viewer,
            CaseFile file,
            Incident incident,
            IncidentEvent event) {
        if (!(event instanceof IncidentEvent.ReturnDecided(var person, var agreed, _))) {
            return Optional.empty();
        }
        var asked = Objects.requireNonNull(incident.returnsWaiting().get(person));
        if (!returns.seconds(file.id(), asked.by()).contains(viewer.person())) {
            return Optional.of(Returns.NOT_YOU);
        }
        return agreed ? decider.refusal(Returns.effect(asked)) : Optional.empty();
    }

    private static boolean tellsReporters(Playbook playbook, IncidentEvent event) {
        return event instanceof IncidentEvent.StepDone done
                && !done.notNeeded()
                && playbook.closing().stream()
                        .filter(each -> each.key().equals(FEEDBACK))
                        .anyMatch(each -> each.steps().contains(done.step()));
    }

    /// A form that says the same again is a repeat; the same form with other words is not.
    private String print(Tx tx, CaseFile file, IncidentEvent event, String token) {
        var said = token + file.id() + IncidentEvents.action(event) + Json.write(event);
        return seals.print(tx.school(), "submission", said);
    }

    /// Enters an event and does what it means for who may see the case.
    private Happening apply(Tx tx, Viewer viewer, CaseFile file, IncidentEvent event, Instant at) {
        switch (event) {
            case IncidentEvent.PersonLinked(var person, var part) ->
                    eachCase(tx, file).forEach(id -> files(tx).link(id, person, part.stored()));
            case IncidentEvent.PersonUnlinked(var person, _) ->
                    eachCase(tx, file).forEach(id -> files(tx).unlink(id, person));
            case IncidentEvent.OpenedToPost(var role, _) ->
                    eachCase(tx, file).forEach(id -> files(tx).openTo(id, role));
            case IncidentEvent.BarLifted(var person, _) ->
                    eachCase(tx, file).forEach(id -> files(tx).unbar(id, person));
            default -> {}
        }
        return enter(tx, viewer, file, event, at);
    }

    private static List<String> eachCase(Tx tx, CaseFile file) {
        var ids = new ArrayList<>(new ConcernRows(tx.sql(), tx.school()).of(file.id()));
        ids.add(file.id());
        return ids;
    }

    private Happening enter(Tx tx, Viewer viewer, CaseFile file, IncidentEvent event, Instant at) {
        ledger.enter(
                tx,
                Note.of(at, Actor.person(viewer.person()), IncidentEvents.action(event), file.id())
                        .with(file.keyId(), Json.write(event)));
        return new Happening("", at, viewer.person(), event);
    }

    /// Sends the case where it now belongs, tells whoever newly may read it, and brings the rows up
    /// to date.
    private void settle(Tx tx, Viewer viewer, CaseFile file, Incident incident) {
        var edition = edition(tx.school(), file);
        var before = readers(tx, file, viewer.today());
        var route = route(tx, edition, incident, viewer.today());
        eachCase(tx, file).forEach(id -> files(tx).route(id, route));
        var after = readers(tx, file, viewer.today());
        after.removeAll(before);
        after.remove(viewer.person());
        after.forEach(person -> outbox.queue(tx, person, MailKind.NEEDS_YOU, "/sign-in"));
        new IncidentRows(tx.sql(), tx.school())
                .save(file.id(), project(editions, tx.school(), edition, incident, route.leader()));
    }

    private Route route(Tx tx, Edition edition, Incident incident, LocalDate day) {
        var about = new ArrayList<About>();
        for (var concern : incident.concerns()) {
            var report = concerns.report(tx, concern);
            edition.pack().routing().routes().stream()
                    .filter(route -> report.about().contains(route.key()))
                    .forEach(
                            route -> about.add(new About(route.aboutRoles(), route.aboutGroups())));
        }
        incident.people()
                .forEach((person, part) -> {
                    if (part.isAbout()) {
                        about.add(files(tx).about(person, day));
                    }
                });
        return edition.pack().routing().routeFor(about);
    }

    private static Set<String> readers(Tx tx, CaseFile file, LocalDate today) {
        return files(tx).readers(file.id(), today).stream()
                .map(Reader::person)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void inherit(Tx tx, String concern, String incident) {
        for (Map.Entry<String, String> linked : files(tx).people(concern).entrySet()) {
            files(tx).link(incident, linked.getKey(), linked.getValue());
        }
        files(tx).barred(concern).forEach(person -> files(tx).bar(incident, person, "named"));
    }

    private Incident incident(Tx tx, CaseFile file) {
        return fold(file.id(), ledger.about(tx, file.id(), IncidentEvents.PREFIX));
    }

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

    private static Playbook playbook(Edition edition, Incident incident) {
        return Objects.requireNonNull(edition.pack().playbooks().get(incident.playbook()));
    }

    /// As of its last event, so that it comes out the same whenever it is worked out again.
    static Projection project(
            Editions editions, String school, Edition edition, Incident incident, boolean leader) {
        var standing = standing(editions, school, edition, incident, Set.of(), lastOf(incident));
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
                closed.isPresent() ? null : nextDue(progress),
                incident.firstActionAt().orElse(null),
                closed.orElse(null));
    }

    private static Instant lastOf(Incident incident) {
        return incident.history().getLast().at();
    }

    private Standing standing(
            String school, Edition edition, Incident incident, Set<String> alarms, Instant at) {
        return standing(editions, school, edition, incident, alarms, at);
    }

    private static Standing standing(
            Editions editions,
            String school,
            Edition edition,
            Incident incident,
            Set<String> alarms,
            Instant at) {
        return new Standing(
                edition.pack(),
                playbook(edition, incident),
                incident,
                newer(editions, school, incident, at),
                alarms);
    }

    /// An edition without such a playbook has no say in it; what the one before it bars stands.
    private static List<Event.NewEdition> newer(
            Editions editions, String school, Incident incident, Instant at) {
        return editions.since(school, incident.openedAt(), at).stream()
                .flatMap(came ->
                        Stream.ofNullable(
                                        came.edition().pack().playbooks().get(incident.playbook()))
                                .map(newest -> new Event.NewEdition(newest, came.at())))
                .toList();
    }

    private static @org.jspecify.annotations.Nullable Instant nextDue(Progress progress) {
        return progress.open().stream()
                .map(Progress.Open::due)
                .filter(java.util.Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Opened opened(Viewer viewer, CaseFile file, Instant at) {
        var edition = edition(viewer.school(), file);
        var incident =
                fold(file.id(), ledger.about(viewer.school(), file.id(), IncidentEvents.PREFIX));
        var alarms = database.read(sql -> new ConcernRows(sql, viewer.school()).alarms(file.id()));
        var standing = standing(viewer.school(), edition, incident, alarms, at);
        return database.read(sql -> {
            var files = new CaseFiles(sql, viewer.school());
            return new Opened(
                    file,
                    edition,
                    standing,
                    standing.progress(),
                    concerns.openAll(viewer, incident.concerns()),
                    files.readers(file.id(), viewer.today()),
                    files.barred(file.id()),
                    files.routeOf(file.id()));
        });
    }

    /// An incident stays on the edition it was opened under.
    private Edition edition(String school, CaseFile file) {
        return editions.find(school, file.edition()).orElseThrow();
    }

    private static CaseFiles files(Tx tx) {
        return new CaseFiles(tx.sql(), tx.school());
    }
}
