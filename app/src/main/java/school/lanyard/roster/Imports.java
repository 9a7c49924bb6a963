// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.people.AccessRequests;
import school.lanyard.people.Births;
import school.lanyard.people.Classes;
import school.lanyard.people.Guardians;
import school.lanyard.people.Identifiers;
import school.lanyard.people.People;
import school.lanyard.people.SchoolDay;
import school.lanyard.roster.file.Columns;
import school.lanyard.roster.file.Format;
import school.lanyard.roster.file.Reading;
import school.lanyard.roster.file.RosterFile;
import school.lanyard.roster.file.Unreadable;
import school.lanyard.roster.plan.Plan;
import school.lanyard.roster.plan.Planner;
import school.lanyard.roster.store.ImportRows;
import school.lanyard.sealing.KeyKind;
import school.lanyard.sealing.Seals;

/// Files with which the office brings people in. A file is kept, sealed, until it is applied or
/// dropped; until then it changes nothing.
@Service
public final class Imports {

    /// A file that nobody applied is dropped after so long.
    static final Duration KEPT = Duration.ofDays(2);

    private static final ImportCounts NOTHING = new ImportCounts(0, 0, 0, 0, 0);

    /// An import, as its list shows it.
    ///
    /// @param end what became of it; absent while it waits
    public record Import(
            String id, Format format, String begunBy, Instant begunAt, @Nullable End end) {}

    public record End(boolean applied, ImportCounts counts, Instant at) {}

    /// What a waiting import would do.
    ///
    /// @param plan absent while something must be said first: the columns, or which school it is
    public record DryRun(
            Import of,
            @Nullable Reading reading,
            @Nullable Plan plan,
            Set<String> whole,
            @Nullable String chosenSchool) {}

    /// What came of applying one.
    public sealed interface Applied {
        record Done(ImportCounts counts) implements Applied {}

        /// Nothing was changed.
        record Refused(String field, String why) implements Applied {}
    }

    /// What somebody confirms.
    ///
    /// @param print of the plan that they saw
    /// @param closing how many people they say it closes; absent where they said nothing
    /// @param sure that they looked into why so many are missing
    public record Consent(String print, @Nullable Integer closing, boolean sure) {}

    private final Database database;
    private final Seals seals;
    private final Ledger ledger;
    private final Standings standings;
    private final Applying.Means means;
    private final InstantSource clock;

    public Imports(
            Database database,
            Seals seals,
            Ledger ledger,
            People people,
            Births births,
            Classes classes,
            Guardians guardians,
            Identifiers identifiers,
            AccessRequests access,
            InstantSource clock) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
        this.standings = new Standings(people, births, classes, guardians, identifiers);
        this.means = new Applying.Means(people, births, classes, guardians, identifiers, access);
        this.clock = clock;
    }

    /// Takes a file in.
    ///
    /// @return its id
    /// @throws Unreadable where nothing can be made of it
    public String begin(String school, Actor by, byte[] file) {
        var format = RosterFile.format(file);
        if (format == Format.CSV) {
            var _ = Columns.guess(file);
        } else {
            var _ = RosterFile.read(file, null, SchoolDay.today(clock));
        }
        var id = UUID.randomUUID().toString();
        var key = seals.newKey(school, KeyKind.IMPORT);
        var sealed = seals.seal(school, key, file, context(id));
        database.change(
                school,
                tx -> {
                    rows(tx).begin(id, format.name(), key, sealed, by.id(), clock.instant());
                    ledger.enter(tx, Note.of(clock.instant(), by, "roster.import-begun", id));
                });
        return id;
    }

    public List<Import> newest(String school, int most) {
        return database.read(sql -> new ImportRows(sql, school).newest(most)).stream()
                .map(Imports::read)
                .toList();
    }

    public Optional<Import> find(String school, String id) {
        return database.read(sql -> new ImportRows(sql, school).find(id)).map(Imports::read);
    }

    /// Whom an import touched, once it was applied.
    public List<ImportRows.Change> changes(String school, String id) {
        return database.read(sql -> new ImportRows(sql, school).changes(id));
    }

    /// The columns of a waiting spreadsheet: as said, as they were the last time a file had the
    /// same headings, or as guessed; with its first rows.
    public Optional<Columns.Guess> columns(String school, String id, Actor by) {
        ledger.enterRead(school, clock.instant(), by, "roster.import-read", List.of(id));
        return file(school, id)
                .map(file -> {
                    var guess = Columns.guess(file);
                    var said = said(school, id).columns();
                    var known =
                            said == null ? remembered(school, guess) : Optional.of(said.columns());
                    return known.map(each -> new Columns.Guess(each, guess.rows())).orElse(guess);
                });
    }

    private Optional<Columns> remembered(String school, Columns.Guess guess) {
        var print = headings(school, guess);
        return database.read(sql -> new ImportRows(sql, school).columns(print))
                .map(row ->
                        Said.Layout.read(
                                        seals.open(
                                                school,
                                                row.keyId(),
                                                row.sealed(),
                                                "columns:" + print))
                                .columns());
    }

    private String headings(String school, Columns.Guess guess) {
        return seals.print(school, "columns", String.join("\u0000", guess.rows().getFirst()));
    }

    /// Says what the columns hold, for this file and for the next with the same headings.
    public void say(String school, Actor by, String id, Columns columns) {
        var file = file(school, id).orElseThrow();
        var print = headings(school, Columns.guess(file));
        var layout = Said.Layout.of(columns);
        var key = seals.newKey(school, KeyKind.IMPORT);
        var sealed = seals.seal(school, key, layout.bytes(), "columns:" + print);
        database.change(
                school,
                tx -> {
                    save(tx, id, said(tx, id).in(layout));
                    rows(tx).remember(print, new ImportRows.Sealed(key, sealed), clock.instant());
                    ledger.enter(tx, Note.of(clock.instant(), by, "roster.import-answered", id));
                });
    }

    /// Says the rest: which school it is, whom the file holds whole, and answers to questions,
    /// which are added to those given before.
    public void say(
            String school,
            Actor by,
            String id,
            @Nullable String ofSchool,
            Set<String> whole,
            Map<String, String> answers) {
        database.change(
                school,
                tx -> {
                    var before = said(tx, id);
                    var all = new HashMap<>(before.answers());
                    all.putAll(answers);
                    save(tx, id, new Said(before.columns(), ofSchool, all, whole));
                    ledger.enter(tx, Note.of(clock.instant(), by, "roster.import-answered", id));
                });
    }

    /// What it would do if it were applied now. That somebody looks is entered first.
    public Optional<DryRun> dryRun(String school, String id, Actor by) {
        var waiting = find(school, id).filter(each -> each.end() == null);
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        ledger.enterRead(school, clock.instant(), by, "roster.import-read", List.of(id));
        return file(school, id).map(file -> dryRun(school, waiting.get(), file, said(school, id)));
    }

    private DryRun dryRun(String school, Import of, byte[] file, Said said) {
        if (of.format() == Format.CSV && said.columns() == null) {
            return new DryRun(of, null, null, Set.of(), null);
        }
        var today = SchoolDay.today(clock);
        var columns = said.columns() == null ? null : said.columns().columns();
        var reading = RosterFile.read(file, columns, today);
        if (reading.schools().size() > 1) {
            if (said.school() == null || !reading.schools().containsKey(said.school())) {
                return new DryRun(of, reading, null, said.whole(), null);
            }
        }
        var ours =
                reading.schools().size() > 1 && said.school() != null
                        ? reading.of(said.school())
                        : reading;
        var plan =
                new Planner(ours, standings.on(school, today), said.answers(), said.whole()).plan();
        return new DryRun(of, reading, plan, said.whole(), said.school());
    }

    /// Applies it, all of it or none: nothing is changed while a question is open, a row must be
    /// mended, or what it would do is no longer what was agreed to.
    public Applied apply(String school, Actor by, String id, Consent consent) {
        return database.write(school, tx -> apply(tx, by, id, consent));
    }

    private Applied apply(Tx tx, Actor by, String id, Consent consent) {
        var row = rows(tx).find(id).filter(each -> each.applied() == null);
        var file = row.isEmpty() ? Optional.<byte[]>empty() : file(tx.school(), id);
        if (row.isEmpty() || file.isEmpty()) {
            return new Applied.Refused("", "This file has been applied or dropped already.");
        }
        var run = dryRun(tx.school(), read(row.get()), file.get(), said(tx, id));
        var refusal = Refusals.of(run, consent);
        if (refusal.isPresent() || run.plan() == null) {
            return refusal.orElseThrow();
        }
        var at = clock.instant();
        var applying = new Applying(means, tx, by, run.plan(), SchoolDay.today(clock), at);
        var counts = applying.all();
        rows(tx).end(id, true, counts, by.id(), at);
        rows(tx).changed(id, applying.changes());
        ledger.enter(tx, Note.of(at, by, "roster.imported", id));
        forget(tx, row.get().keyId());
        return new Applied.Done(counts);
    }

    /// Drops a file that waits.
    public void drop(String school, Actor by, String id) {
        database.change(
                school,
                tx ->
                        rows(tx).find(id)
                                .filter(each -> each.applied() == null)
                                .ifPresent(row -> drop(tx, by, row)));
    }

    private void drop(Tx tx, Actor by, ImportRows.Row row) {
        rows(tx).end(row.id(), false, NOTHING, by.id(), clock.instant());
        ledger.enter(tx, Note.of(clock.instant(), by, "roster.import-dropped", row.id()));
        forget(tx, row.keyId());
    }

    /// Drops what nobody applied in time.
    ///
    /// @return how many there were
    int dropOld(String school) {
        return database.write(
                school,
                tx -> {
                    var old = rows(tx).waitingSince(clock.instant().minus(KEPT));
                    old.forEach(row -> drop(tx, Actor.LANYARD, row));
                    return old.size();
                });
    }

    /// The key goes with the file: no older backup of the records can be read for it.
    private void forget(Tx tx, String key) {
        tx.afterCommit(() -> seals.destroy(key));
    }

    private Optional<byte[]> file(String school, String id) {
        return database.read(sql -> new ImportRows(sql, school).file(id))
                .map(row -> seals.open(school, row.keyId(), row.sealed(), context(id)));
    }

    private Said said(String school, String id) {
        return database.read(sql -> new ImportRows(sql, school).answers(id))
                .map(row -> opened(school, id, row))
                .orElse(Said.NOTHING);
    }

    private Said said(Tx tx, String id) {
        return rows(tx).answers(id).map(row -> opened(tx.school(), id, row)).orElse(Said.NOTHING);
    }

    private Said opened(String school, String id, ImportRows.Sealed row) {
        return Said.read(seals.open(school, row.keyId(), row.sealed(), "answers:" + id));
    }

    private void save(Tx tx, String id, Said said) {
        var row = rows(tx).find(id).filter(each -> each.applied() == null);
        row.ifPresent(each ->
                rows(tx).answer(
                                id,
                                new ImportRows.Sealed(
                                        each.keyId(),
                                        seals.seal(
                                                tx.school(),
                                                each.keyId(),
                                                said.bytes(),
                                                "answers:" + id))));
    }

    private static ImportRows rows(Tx tx) {
        return new ImportRows(tx.sql(), tx.school());
    }

    private static Import read(ImportRows.Row row) {
        var at = row.endedAt();
        return new Import(
                row.id(),
                Format.valueOf(row.format()),
                row.begunBy(),
                row.begunAt(),
                at == null
                        ? null
                        : new End(
                                Boolean.TRUE.equals(row.applied()),
                                new ImportCounts(
                                        of(row.added()),
                                        of(row.changed()),
                                        of(row.unchanged()),
                                        of(row.closed()),
                                        of(row.waiting())),
                                at));
    }

    private static int of(@Nullable Integer count) {
        return count == null ? 0 : count;
    }

    private static String context(String id) {
        return "roster-import:" + id;
    }
}
