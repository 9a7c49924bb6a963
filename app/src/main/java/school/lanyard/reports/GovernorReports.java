// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.Incidents;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.mail.MailKind;
import school.lanyard.mail.Outbox;
import school.lanyard.people.People;
import school.lanyard.policy.EditionName;
import school.lanyard.policy.Editions;
import school.lanyard.reports.disclosure.Disclosure;
import school.lanyard.reports.disclosure.Issue;
import school.lanyard.reports.names.EverydayWords;
import school.lanyard.reports.names.Finding;
import school.lanyard.reports.names.NameCheck;
import school.lanyard.reports.store.ReportRows;
import school.lanyard.reports.store.SealedReport;
import school.lanyard.sealing.KeyKind;
import school.lanyard.sealing.Seals;
import school.lanyard.web.YearGroups;

/// The governors' reports of every school: proposed from the incidents, issued once, kept whole.
@Service
public final class GovernorReports {

    /// The ledger's word for a report that went out; its content ties the entry to what was sealed.
    private static final String ISSUED = "report.issued";

    private final Database database;
    private final Seals seals;
    private final Ledger ledger;
    private final Editions editions;
    private final Incidents incidents;
    private final People people;
    private final ReportReaders readers;
    private final Outbox outbox;

    GovernorReports(
            Database database,
            Seals seals,
            Ledger ledger,
            Editions editions,
            Incidents incidents,
            People people,
            ReportReaders readers,
            Outbox outbox) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
        this.editions = editions;
        this.incidents = incidents;
        this.people = people;
        this.readers = readers;
        this.outbox = outbox;
    }

    /// Every report of a school, newest first, without opening any.
    public List<ReportRows.Listed> list(String school) {
        return database.read(sql -> new ReportRows(sql, school).listed());
    }

    /// Whether every report is still what the ledger says was issued, and shows nothing small. For
    /// a self-check: nothing is shown to anybody.
    boolean allAsIssued(String school) {
        return database.read(sql -> new ReportRows(sql, school).everything()).stream()
                .allMatch(row -> isAsIssued(school, row));
    }

    private boolean isAsIssued(String school, ReportRows.Row row) {
        try {
            opened(school, row).issue(Period.of(row.period()).year()).release();
            return true;
        } catch (RuntimeException changed) {
            return false;
        }
    }

    /// Opens a report, entering that it is read or leaves before that.
    ///
    /// @param action what is done with it, such as `report.read`
    public Optional<IssuedReport> open(Viewer viewer, String id, String action, Instant at) {
        var row = database.read(sql -> new ReportRows(sql, viewer.school()).find(id));
        row.ifPresent(found ->
                ledger.enterRead(
                        viewer.school(),
                        at,
                        Actor.person(viewer.person()),
                        action,
                        List.of(found.id())));
        return row.map(found -> report(viewer.school(), found));
    }

    /// The tables as they would be issued now; the look at them is entered first.
    public Optional<Proposed> propose(Viewer viewer, String period, Instant at) {
        return Period.overBy(viewer.today(), period)
                .filter(each -> isOpen(viewer.school(), each))
                .map(each -> {
                    ledger.enterRead(
                            viewer.school(),
                            at,
                            Actor.person(viewer.person()),
                            "report.previewed",
                            List.of());
                    return proposed(viewer, each, next(viewer, each));
                });
    }

    /// Whether nothing later of the same year has been issued, after which it is too late.
    public boolean isOpen(String school, Period period) {
        return list(school).stream()
                .map(each -> Period.of(each.period()))
                .noneMatch(
                        each -> each.year().equals(period.year()) && each.ended() > period.ended());
    }

    /// Looks for people in a summary.
    ///
    /// @param confirmed words that the issuer says are not names there
    public Finding check(String school, String summary, Set<String> confirmed) {
        return new NameCheck(Rolls.of(people.directory(school)), EverydayWords.ENGLISH)
                .check(summary, confirmed);
    }

    /// Issues a report, if its tables are still those that the issuer saw and its summary names
    /// nobody.
    ///
    /// @param seen the proposal that the issuer looked at
    public Issuing issue(
            Viewer viewer,
            String issuer,
            String period,
            String replaces,
            String seen,
            String summary,
            Set<String> confirmed,
            Instant at) {
        var found = Period.overBy(viewer.today(), period);
        if (found.isEmpty()) {
            return new Issuing.NoPeriod();
        }
        if (!(check(viewer.school(), summary, confirmed) instanceof Finding.Clear)) {
            return new Issuing.Named(check(viewer.school(), summary, confirmed));
        }
        var key = seals.newKey(viewer.school(), KeyKind.REPORT);
        return database.write(
                viewer.school(),
                tx -> issue(tx, viewer, issuer, found.get(), replaces, seen, summary, key, at));
    }

    private Issuing issue(
            Tx tx,
            Viewer viewer,
            String issuer,
            Period period,
            String replaces,
            String seen,
            String summary,
            String key,
            Instant at) {
        var rows = new ReportRows(tx.sql(), tx.school());
        var standing = rows.standing(period.key());
        if (!standing.orElse("").equals(replaces)) {
            return standing.<Issuing>map(Issuing.Already::new).orElseGet(Issuing.NoPeriod::new);
        }
        if (!isOpen(tx.school(), period)) {
            return new Issuing.NoPeriod();
        }
        var next = next(viewer, period);
        var now = proposed(viewer, period, next);
        if (!now.print().equals(seen)) {
            return new Issuing.Changed(now);
        }
        var edition = editions.running(tx);
        var head = ledger.head(tx.school()).hex();
        var sealed =
                SealedReport.of(
                        next.tables(),
                        next.issue(),
                        summary,
                        EditionName.of(edition.pack()),
                        issuer);
        var row =
                rows.add(
                        new ReportRows.New(
                                period.key(),
                                edition.id(),
                                standing.orElse(null),
                                key,
                                head,
                                viewer.person(),
                                at),
                        id -> seals.seal(tx.school(), key, sealed.bytes(), context(id)));
        ledger.enter(
                tx,
                Note.of(at, Actor.person(viewer.person()), ISSUED, row.id())
                        .with(key, Prints.of(row.sealed())));
        readers.on(tx.school(), viewer.today()).stream()
                .filter(person -> !person.equals(viewer.person()))
                .sorted()
                .forEach(person -> outbox.queue(tx, person, MailKind.NEEDS_YOU, "/sign-in"));
        return new Issuing.Done(row.id());
    }

    /// What would be issued, with the tables that its year began with.
    private record Next(List<Table> tables, Issue issue) {}

    private Next next(Viewer viewer, Period period) {
        var school = viewer.school();
        var earlier = earlier(school, period);
        var tables =
                earlier.isEmpty()
                        ? Tables.of(editions.running(school).pack(), years(school))
                        : earlier.getFirst().tables();
        var figures =
                incidents.figures(
                        school, period.from(), period.to(), readers.on(school, viewer.today()));
        var counts = Tables.count(period, tables, figures);
        var issues = earlier.stream().map(each -> each.issue(period.year())).toList();
        return new Next(tables, Disclosure.release(counts, issues));
    }

    private List<String> years(String school) {
        return people.directory(school).everybody().stream()
                .flatMap(each -> each.memberships().stream())
                .flatMap(membership -> Stream.ofNullable(membership.yearGroup()))
                .distinct()
                .sorted(YearGroups.IN_ORDER)
                .toList();
    }

    private List<SealedReport> earlier(String school, Period period) {
        return database
                .read(sql -> new ReportRows(sql, school).ofYear(period.year().start()))
                .stream()
                .map(row -> opened(school, row))
                .toList();
    }

    private Proposed proposed(Viewer viewer, Period period, Next next) {
        var standing =
                database.read(sql -> new ReportRows(sql, viewer.school()).standing(period.key()));
        var release = next.issue().release();
        return new Proposed(
                period,
                next.tables(),
                release,
                standing.orElse(""),
                Prints.of(next.tables(), release));
    }

    private IssuedReport report(String school, ReportRows.Row row) {
        var sealed = opened(school, row);
        var period = Period.of(row.period());
        return new IssuedReport(
                row.id(),
                period,
                sealed.tables(),
                sealed.issue(period.year()).release(),
                sealed.summary(),
                sealed.edition(),
                sealed.issuedBy(),
                row.issuedAt(),
                row.head(),
                row.replaces(),
                row.replacedBy());
    }

    /// Opens what was sealed, if it is what the ledger says was issued.
    private SealedReport opened(String school, ReportRows.Row row) {
        var known =
                ledger.about(school, row.id(), ISSUED).stream()
                        .anyMatch(entry -> Prints.of(row.sealed()).equals(entry.content()));
        if (!known) {
            throw new IllegalStateException("report " + row.id() + " was changed after its issue");
        }
        return SealedReport.read(seals.open(school, row.keyId(), row.sealed(), context(row.id())));
    }

    private static String context(String id) {
        return "report:" + id;
    }
}
