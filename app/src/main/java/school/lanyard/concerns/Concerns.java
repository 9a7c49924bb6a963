// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import school.lanyard.access.Reader;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.store.CaseFile;
import school.lanyard.concerns.store.CaseFiles;
import school.lanyard.concerns.store.ConcernRows;
import school.lanyard.concerns.store.DraftRows;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.routing.About;
import school.lanyard.core.routing.Destination;
import school.lanyard.core.routing.Route;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.ledger.Recorded;
import school.lanyard.mail.Outbox;
import school.lanyard.people.People;
import school.lanyard.policy.Edition;
import school.lanyard.policy.Editions;
import school.lanyard.sealing.KeyKind;
import school.lanyard.sealing.Seals;

/// The concerns of every school: received once, kept as written, sent where the policy says.
@Service
public final class Concerns {

    static final String RECEIVED = "concern.received";

    /// A concern as its handler reads it.
    public record Opened(ConcernRows.Row row, Report report, Set<String> barred) {}

    private final Database database;
    private final Seals seals;
    private final Ledger ledger;
    private final Editions editions;
    private final Outbox outbox;
    private final People people;

    Concerns(
            Database database,
            Seals seals,
            Ledger ledger,
            Editions editions,
            Outbox outbox,
            People people) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
        this.editions = editions;
        this.outbox = outbox;
        this.people = people;
    }

    /// Receives what a reporter sends. Sending the same draft again gives the same receipt. When
    /// this returns, the report is on disk.
    public Receipt receive(Viewer reporter, String draft, Report report) {
        var edition = editions.running(reporter.school());
        var key = keyOf(reporter, draft);
        return database.write(
                reporter.school(),
                tx ->
                        sent(tx, reporter, draft)
                                .orElseGet(() -> take(tx, reporter, draft, key, report, edition)));
    }

    /// What became of a draft that was sent.
    public Optional<Receipt> receipt(Viewer reporter, String draft) {
        return database.read(sql ->
                new ConcernRows(sql, reporter.school())
                        .sentFrom(draft, reporter.person())
                        .map(sent ->
                                receipt(new CaseFiles(sql, reporter.school()), sent, reporter)));
    }

    /// What a person has reported; they see that it was received and nothing more.
    public List<ConcernRows.Sent> sentBy(Viewer reporter) {
        return database.read(
                sql -> new ConcernRows(sql, reporter.school()).sentBy(reporter.person()));
    }

    /// Concerns that wait for the viewer's triage.
    public List<ConcernRows.Row> waiting(Viewer viewer) {
        return database.read(sql -> new ConcernRows(sql, viewer.school()).waiting(viewer));
    }

    /// Opens a concern for somebody who may read it, entering the read first.
    public Optional<Opened> open(Viewer viewer, String reference, Instant at) {
        return database.read(sql ->
                        new CaseFiles(sql, viewer.school())
                                .find("concern", reference, viewer)
                                .flatMap(file ->
                                        new ConcernRows(sql, viewer.school())
                                                .find(file.id(), viewer)))
                .map(row -> {
                    ledger.enterRead(
                            viewer.school(),
                            at,
                            Actor.person(viewer.person()),
                            "concern.read",
                            List.of(row.id()));
                    return opened(viewer, row);
                });
    }

    /// The concerns of an incident that the viewer may read. The read is entered by the incident's
    /// page.
    List<Opened> openAll(Viewer viewer, List<String> ids) {
        var rows =
                database.read(sql -> {
                    var concerns = new ConcernRows(sql, viewer.school());
                    return ids.stream().flatMap(id -> concerns.find(id, viewer).stream()).toList();
                });
        return rows.stream().map(row -> opened(viewer, row)).toList();
    }

    /// Who may read a case today, and why.
    public List<Reader> readers(Viewer viewer, String caseId) {
        return database.read(
                sql -> new CaseFiles(sql, viewer.school()).readers(caseId, viewer.today()));
    }

    Report report(String school, String concern) {
        return report(ledger.about(school, concern, RECEIVED));
    }

    Report report(Tx tx, String concern) {
        return report(ledger.about(tx, concern, RECEIVED));
    }

    private static Report report(List<Recorded> entries) {
        return entries.stream()
                .map(entry -> Json.read(entry.opened(), Report.class))
                .findFirst()
                .orElseThrow();
    }

    /// Where a report goes: by whom the reporter says it is about, and by whom they named.
    static Route route(Edition edition, CaseFiles files, Report report, java.time.LocalDate day) {
        var about = new ArrayList<About>();
        edition.pack().routing().routes().stream()
                .filter(route -> report.about().contains(route.key()))
                .forEach(route -> about.add(new About(route.aboutRoles(), route.aboutGroups())));
        report.people().stream()
                .map(Report.Named::person)
                .filter(java.util.Objects::nonNull)
                .forEach(person -> about.add(files.about(person, day)));
        return edition.pack().routing().routeFor(about);
    }

    private Optional<Receipt> sent(Tx tx, Viewer reporter, String draft) {
        return new ConcernRows(tx.sql(), tx.school())
                .sentFrom(draft, reporter.person())
                .map(sent -> receipt(new CaseFiles(tx.sql(), tx.school()), sent, reporter));
    }

    private Receipt take(
            Tx tx, Viewer reporter, String draft, String key, Report report, Edition edition) {
        var files = new CaseFiles(tx.sql(), tx.school());
        var at = report.writtenAt();
        var id = UUID.randomUUID().toString();
        var file = new CaseFile(id, "concern", Reference.random(), key, edition.id(), at);
        var route = route(edition, files, report, SchoolTime.day(at));
        files.add(file);
        new ConcernRows(tx.sql(), tx.school())
                .add(id, draft, reporter.person(), at, report.atRiskNow(), route.leader());
        files.route(id, route);
        closeToThoseNamed(tx, files, id, report, edition, reporter);
        new DraftRows(tx.sql(), tx.school()).remove(draft);
        ledger.enter(
                tx,
                Note.of(at, Actor.person(reporter.person()), RECEIVED, id)
                        .with(key, Json.write(report)));
        tell(tx, files, id, reporter);
        return receipt(
                files,
                new ConcernRows.Sent(id, file.reference(), at, report.atRiskNow()),
                reporter);
    }

    /// Until triage says what part each person has, the concern is closed to everybody it names,
    /// and to any reader whose name looks like one that matched nobody on the roster.
    private void closeToThoseNamed(
            Tx tx, CaseFiles files, String id, Report report, Edition edition, Viewer reporter) {
        report.people().stream()
                .map(Report.Named::person)
                .filter(java.util.Objects::nonNull)
                .forEach(person -> files.link(id, person, Part.AFFECTED.stored()));
        var unknown =
                report.people().stream()
                        .filter(named -> named.person() == null)
                        .map(Report.Named::name)
                        .collect(Collectors.toSet());
        if (unknown.isEmpty()) {
            return;
        }
        var directory = people.directory(tx.school());
        for (var reader : files.holders(readingRoles(edition), reporter.today())) {
            if (unknown.stream().anyMatch(name -> Likeness.of(name, directory.name(reader)))) {
                files.bar(id, reader, "named");
            }
        }
    }

    private static Set<String> readingRoles(Edition edition) {
        return edition.pack().roles().values().stream()
                .filter(role -> role.capabilities().stream().anyMatch(may -> may.readsCases()))
                .map(role -> role.key())
                .collect(Collectors.toSet());
    }

    private void tell(Tx tx, CaseFiles files, String id, Viewer reporter) {
        files.readers(id, reporter.today()).stream()
                .map(Reader::person)
                .distinct()
                .forEach(person -> outbox.queue(tx, person, Outbox.Kind.NEEDS_YOU));
    }

    private Receipt receipt(CaseFiles files, ConcernRows.Sent sent, Viewer reporter) {
        var readers = files.readers(sent.id(), reporter.today());
        return new Receipt(
                sent.reference(),
                sent.receivedAt(),
                sent.atRiskNow(),
                readers.isEmpty()
                        ? new Destination.ToContact(contact(reporter.school()))
                        : new Destination.ToRoles(
                                readers.stream().map(Reader::role).distinct().toList(), 0));
    }

    private String contact(String school) {
        return editions.running(school).pack().routing().routes().getLast().contact();
    }

    private Opened opened(Viewer viewer, ConcernRows.Row row) {
        var barred = database.read(sql -> new CaseFiles(sql, viewer.school()).barred(row.id()));
        return new Opened(row, report(viewer.school(), row.id()), barred);
    }

    private String keyOf(Viewer reporter, String draft) {
        return database.read(sql -> new DraftRows(sql, reporter.school()).find(draft))
                .filter(row -> row.person().equals(reporter.person()))
                .map(DraftRows.Row::keyId)
                .orElseGet(() -> seals.newKey(reporter.school(), KeyKind.CASE));
    }
}
