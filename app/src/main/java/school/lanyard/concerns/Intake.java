// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import school.lanyard.access.Reader;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.store.CaseFile;
import school.lanyard.concerns.store.CaseFiles;
import school.lanyard.concerns.store.ConcernRows;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.routing.Destination;
import school.lanyard.core.routing.Route;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.mail.MailKind;
import school.lanyard.mail.Outbox;
import school.lanyard.people.People;
import school.lanyard.policy.Edition;
import school.lanyard.policy.Editions;
import school.lanyard.sealing.KeyKind;
import school.lanyard.sealing.Seals;

/// Takes in what a reporter sends, once: seals it, sends it where the policy says, and closes it to
/// whomever it may be about.
record Intake(
        Database database,
        Seals seals,
        Ledger ledger,
        Editions editions,
        Outbox outbox,
        People people,
        Drafts drafts,
        Iterable<Receiving> receiving) {

    /// Whom a concern was closed to when it came, so that nobody can quietly open it to them.
    static final String CLOSED_TO = "concern.closed-to";

    /// The content of that entry.
    ///
    /// @param linked whom it names, each in their part
    /// @param barred readers whom a typed name might mean
    /// @param routes which posts it was sent to; absent in entries of before that was kept
    record ClosedTo(
            Map<String, String> linked,
            Set<String> barred,
            @Nullable List<CaseFiles.Routed> routes) {}

    /// When this returns, the report is on disk. A draft that was sent gives the same receipt.
    Receipt take(Viewer reporter, String draft, Report report, Alongside alongside) {
        var edition = editions.running(reporter.school());
        var key = seals.newKey(reporter.school(), KeyKind.CASE);
        var used = new AtomicBoolean();
        var receipt =
                database.write(
                        reporter.school(),
                        tx ->
                                sent(tx, reporter, draft)
                                        .orElseGet(() -> {
                                            used.set(true);
                                            var taken =
                                                    take(tx, reporter, draft, key, report, edition);
                                            alongside.write(tx, taken.id(), key);
                                            return taken.receipt();
                                        }));
        // After a failure the key stays: only the database knows whether anything was stored.
        if (!used.get()) {
            seals.destroy(key);
        }
        return receipt;
    }

    private record Taken(String id, Receipt receipt) {}

    private static Optional<Receipt> sent(Tx tx, Viewer reporter, String draft) {
        return new ConcernRows(tx.sql(), tx.school())
                .sentFrom(draft, reporter.person())
                .map(Intake::receipt);
    }

    private Taken take(
            Tx tx, Viewer reporter, String draft, String key, Report report, Edition edition) {
        var files = new CaseFiles(tx.sql(), tx.school());
        var at = report.writtenAt();
        var id = UUID.randomUUID().toString();
        var file = new CaseFile(id, "concern", Reference.random(), key, edition.id(), at);
        var subjects = Subjects.of(edition.pack(), people.directory(tx.school()), report);
        var route = subjects.route(files, SchoolTime.day(at));
        files.add(file);
        files.route(id, route);
        close(tx, files, id, subjects, reporter.today());
        var readers = files.readers(id, reporter.today());
        var went = went(readers, route);
        var rows = new ConcernRows(tx.sql(), tx.school());
        rows.add(id, draft, reporter.person(), at, report.atRiskNow(), route.leader(), went);
        rows.came(id, report.origin(), report.kind());
        drafts.remove(tx, reporter.person(), draft);
        receiving.forEach(each -> each.received(tx, id, report, edition.pack()));
        ledger.enter(
                tx,
                Note.of(at, Actor.person(reporter.person()), Concern.RECEIVED, id)
                        .with(key, Json.write(report)));
        ledger.enter(
                tx,
                Note.of(at, Actor.person(reporter.person()), CLOSED_TO, id)
                        .with(
                                key,
                                Json.write(
                                        new ClosedTo(
                                                files.people(id),
                                                files.barred(id),
                                                files.routes(id)))));
        readers.stream()
                .map(Reader::person)
                .distinct()
                .forEach(person -> outbox.queue(tx, person, MailKind.NEEDS_YOU, "/sign-in"));
        var sent =
                new ConcernRows.Sent(
                        draft, file.reference(), at, report.atRiskNow(), went, new News.Received());
        return new Taken(id, receipt(sent));
    }

    /// Until triage says what part each person has, the concern is closed to everybody it names,
    /// and to any reader whom, or whose family, a ticked post or a name that matched nobody might
    /// mean.
    private void close(Tx tx, CaseFiles files, String id, Subjects subjects, LocalDate day) {
        subjects.known().forEach(person -> files.link(id, person, Part.AFFECTED.stored()));
        subjects.mightMean(files, day).forEach(person -> files.bar(id, person, "named"));
        var family = people.relatives(tx, subjects.withFamilies(files, day));
        subjects.amongReaders(family, files, day)
                .forEach(person -> files.bar(id, person, "family"));
    }

    private static ConcernRows.Went went(List<Reader> readers, Route route) {
        return readers.isEmpty()
                ? new ConcernRows.Went(List.of(route.contact()), true)
                : new ConcernRows.Went(inPackOrder(route, readers), false);
    }

    private static List<String> inPackOrder(Route route, List<Reader> readers) {
        var roles = readers.stream().map(Reader::role).collect(Collectors.toSet());
        return route.tiers().stream().flatMap(List::stream).filter(roles::contains).toList();
    }

    static Receipt receipt(ConcernRows.Sent sent) {
        var to = sent.went().to();
        return new Receipt(
                sent.reference(),
                sent.receivedAt(),
                sent.atRiskNow(),
                sent.went().outside()
                        ? new Destination.ToContact(to.getFirst())
                        : new Destination.ToRoles(to, 0),
                sent.news());
    }
}
