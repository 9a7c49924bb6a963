// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import school.lanyard.access.Reader;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.store.CaseFile;
import school.lanyard.concerns.store.CaseFiles;
import school.lanyard.concerns.store.ConcernRows;
import school.lanyard.concerns.store.Submissions;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.mail.Outbox;
import school.lanyard.people.People;
import school.lanyard.policy.Editions;
import school.lanyard.sealing.Seals;

/// The concerns of every school: received once, kept as written, sent where the policy says.
@Service
public final class Concerns {

    /// A concern as its handler reads it.
    ///
    /// @param inIncident whether it is part of an incident
    public record Opened(
            ConcernRows.Row row, Concern concern, Set<String> barred, boolean inIncident) {

        public Report report() {
            return concern.report();
        }

        public String id() {
            return row.id();
        }

        public String reference() {
            return row.reference();
        }

        public Instant receivedAt() {
            return row.receivedAt();
        }

        /// Who sent it, as an opaque id.
        public String reporter() {
            return row.reporter();
        }

        /// The key that what is written about it is sealed under.
        public String keyId() {
            return row.keyId();
        }
    }

    private final Database database;
    private final Seals seals;
    private final Ledger ledger;
    private final Editions editions;
    private final People people;
    private final Intake intake;

    @Autowired
    Concerns(
            Database database,
            Seals seals,
            Ledger ledger,
            Editions editions,
            Outbox outbox,
            People people,
            Drafts drafts,
            ObjectProvider<Receiving> receiving) {
        this(
                database,
                seals,
                ledger,
                editions,
                outbox,
                people,
                drafts,
                (Iterable<Receiving>) receiving);
    }

    Concerns(
            Database database,
            Seals seals,
            Ledger ledger,
            Editions editions,
            Outbox outbox,
            People people,
            Drafts drafts) {
        this(database, seals, ledger, editions, outbox, people, drafts, List.of());
    }

    private Concerns(
            Database database,
            Seals seals,
            Ledger ledger,
            Editions editions,
            Outbox outbox,
            People people,
            Drafts drafts,
            Iterable<Receiving> receiving) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
        this.editions = editions;
        this.people = people;
        this.intake =
                new Intake(database, seals, ledger, editions, outbox, people, drafts, receiving);
    }

    /// Receives what a reporter sends. Sending the same draft again gives the same receipt. When
    /// this returns, the report is on disk.
    public Receipt receive(Viewer reporter, String draft, Report report) {
        return receive(reporter, draft, report, Alongside.NOTHING);
    }

    /// The same, with what another feature has to write in the same transaction.
    public Receipt receive(Viewer reporter, String draft, Report report, Alongside alongside) {
        return receipt(reporter, draft)
                .orElseGet(() -> intake.take(reporter, draft, report, alongside));
    }

    /// What became of a draft that was sent: the same for ever, whatever triage does with it.
    public Optional<Receipt> receipt(Viewer reporter, String draft) {
        return database.read(sql ->
                new ConcernRows(sql, reporter.school())
                        .sentFrom(draft, reporter.person())
                        .map(Intake::receipt));
    }

    /// The receipt of a reporter who sends one thing only, whatever draft it came from.
    public Optional<Receipt> onlyReceipt(Viewer reporter) {
        return sentBy(reporter).stream().map(Intake::receipt).findFirst();
    }

    /// Whether a draft that was sent said the same as this, so that what was typed since is not
    /// lost behind the receipt.
    public boolean saidTheSame(Viewer reporter, String draft, Report now) {
        Optional<String> sent =
                database.read(sql ->
                        new ConcernRows(sql, reporter.school()).idOf(draft, reporter.person()));
        if (sent.isEmpty()) {
            return false;
        }
        Report before = concern(reporter.school(), sent.get()).report();
        return before.what().equals(now.what())
                && before.childsWords().equals(now.childsWords())
                && before.about().equals(now.about())
                && before.people().equals(now.people());
    }

    /// What a person has reported; they see that it was received, and what they may know since.
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
                    enterRead(viewer, row, at);
                    return opened(viewer, row);
                });
    }

    /// The incident that a concern has become part of, for somebody who may read both.
    public Optional<String> incidentOf(Viewer viewer, String reference) {
        return database.read(sql ->
                new CaseFiles(sql, viewer.school())
                        .find("concern", reference, viewer)
                        .flatMap(file ->
                                new ConcernRows(sql, viewer.school())
                                        .incidentOf(file.id(), viewer)));
    }

    private void enterRead(Viewer viewer, ConcernRows.Row row, Instant at) {
        var note = Note.of(at, Actor.person(viewer.person()), "concern.read", row.id());
        database.change(
                viewer.school(),
                tx -> {
                    ledger.enter(tx, note);
                    new ReporterNews(tx, editions.running(tx)).opened(row.id(), at);
                });
    }

    /// Answers a concern without an incident, which takes it off the queue. An incident can still
    /// be made of it later.
    ///
    /// @param token of the form it was sent with; the same form sent again changes nothing
    public Outcome answer(
            Viewer viewer, String reference, Concern.Answer answer, String token, Instant at) {
        return database.write(
                viewer.school(),
                tx ->
                        new CaseFiles(tx.sql(), tx.school())
                                .find("concern", reference, viewer)
                                .map(file -> answer(tx, viewer, file, answer, token, at))
                                .orElseGet(Outcome.NotFound::new));
    }

    private Outcome answer(
            Tx tx, Viewer viewer, CaseFile file, Concern.Answer answer, String token, Instant at) {
        var rows = new ConcernRows(tx.sql(), tx.school());
        var submissions = new Submissions(tx.sql(), tx.school());
        var print = seals.print(tx.school(), "submission", token + file.id() + Json.write(answer));
        if (submissions.taken(print)) {
            return new Outcome.Recorded();
        }
        if (!rows.isInNoIncident(file.id())) {
            return new Outcome.Refused("This concern is part of an incident. Record it there.");
        }
        if (rows.answeredAt(file.id()).isPresent()) {
            return new Outcome.Refused("This concern has been answered already.");
        }
        var refusal = answer.refusal();
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        submissions.take(print, at);
        rows.answer(file.id(), at);
        ledger.enter(
                tx,
                Note.of(at, Actor.person(viewer.person()), Concern.ANSWERED, file.id())
                        .with(file.keyId(), Json.write(answer)));
        var news = new ReporterNews(tx, editions.running(tx));
        news.opened(file.id(), at);
        if (answer.reporterTold()) {
            news.answered(file.id(), at);
        }
        return new Outcome.Recorded();
    }

    /// When a concern was answered, worked out from the ledger alone.
    Optional<Instant> rebuilt(String school, String id) {
        return Optional.ofNullable(concern(school, id).answered()).map(Concern.Answered::at);
    }

    /// Those of some concerns that the viewer may read. The read is entered by the page that shows
    /// them.
    public List<Opened> openAll(Viewer viewer, Collection<String> ids) {
        var rows =
                database
                        .read(sql -> new ConcernRows(sql, viewer.school()).all(ids, viewer))
                        .stream()
                        .collect(Collectors.toMap(ConcernRows.Row::id, row -> row));
        return opened(viewer, ids.stream().map(rows::get).filter(Objects::nonNull).toList());
    }

    /// Who may read a case today, and why.
    public List<Reader> readers(Viewer viewer, String caseId) {
        return database.read(
                sql -> new CaseFiles(sql, viewer.school()).readers(caseId, viewer.today()));
    }

    private Concern concern(String school, String id) {
        return Concern.of(
                id,
                ledger.about(school, id, Concern.RECEIVED),
                ledger.about(school, id, Concern.ANSWERED));
    }

    Set<String> family(Tx tx, String person) {
        return people.relatives(tx, Set.of(person));
    }

    Report report(Tx tx, String id) {
        return Concern.of(id, ledger.about(tx, id, Concern.RECEIVED), List.of()).report();
    }

    private Opened opened(Viewer viewer, ConcernRows.Row row) {
        return opened(viewer, List.of(row)).getFirst();
    }

    private List<Opened> opened(Viewer viewer, List<ConcernRows.Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var school = viewer.school();
        var ids = rows.stream().map(ConcernRows.Row::id).toList();
        var received = ledger.about(school, ids, Concern.RECEIVED);
        var answered = ledger.about(school, ids, Concern.ANSWERED);
        return database.read(sql -> {
            var barred = new CaseFiles(sql, school).barred(ids);
            var taken = new ConcernRows(sql, school).inIncidents(ids);
            return rows.stream()
                    .map(row ->
                            new Opened(
                                    row,
                                    Concern.of(
                                            row.id(),
                                            received.getOrDefault(row.id(), List.of()),
                                            answered.getOrDefault(row.id(), List.of())),
                                    barred.getOrDefault(row.id(), Set.of()),
                                    taken.contains(row.id())))
                    .toList();
        });
    }
}
