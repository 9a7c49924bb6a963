// SPDX-License-Identifier: Apache-2.0
package school.lanyard.ledger.store;

import static school.lanyard.database.schema.Tables.LEDGER_ENTRY;
import static school.lanyard.database.schema.Tables.LEDGER_HEAD;
import static school.lanyard.database.schema.Tables.LEDGER_SUBJECT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.ledger.Chain;
import school.lanyard.core.ledger.Ciphertext;
import school.lanyard.core.ledger.Entry;
import school.lanyard.core.ledger.Hash;
import school.lanyard.core.ledger.Link;

/// One school's rows of the ledger.
public final class Entries {

    private static final int PAGE = 500;

    /// Where the chain has got to.
    public record Head(long sequence, Hash hash) {}

    private final DSLContext sql;
    private final String school;

    public Entries(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public Head head() {
        var row =
                sql.select(LEDGER_HEAD.SEQ, LEDGER_HEAD.HASH)
                        .from(LEDGER_HEAD)
                        .where(LEDGER_HEAD.SCHOOL.eq(school))
                        .fetchOne();
        return row == null
                ? new Head(0, Chain.START)
                : new Head(row.value1(), new Hash(row.value2()));
    }

    public void append(Link link) {
        var entry = link.entry();
        insert(link);
        for (int from = 0; from < entry.subjects().size(); from += PAGE) {
            insert(
                    entry.sequence(),
                    entry.subjects().subList(from, Math.min(entry.subjects().size(), from + PAGE)));
        }
        sql.insertInto(LEDGER_HEAD)
                .set(LEDGER_HEAD.SCHOOL, school)
                .set(LEDGER_HEAD.SEQ, entry.sequence())
                .set(LEDGER_HEAD.HASH, link.hash().hex())
                .onConflict(LEDGER_HEAD.SCHOOL)
                .doUpdate()
                .set(LEDGER_HEAD.SEQ, entry.sequence())
                .set(LEDGER_HEAD.HASH, link.hash().hex())
                .execute();
    }

    /// What a page shows is entered in one statement, however many cases it lists.
    private void insert(long sequence, List<String> subjects) {
        sql.insertInto(
                        LEDGER_SUBJECT,
                        LEDGER_SUBJECT.SCHOOL,
                        LEDGER_SUBJECT.SUBJECT,
                        LEDGER_SUBJECT.SEQ)
                .valuesOfRows(
                        subjects.stream()
                                .map(subject -> DSL.row(school, subject, sequence))
                                .toList())
                .execute();
    }

    private void insert(Link link) {
        var entry = link.entry();
        sql.insertInto(LEDGER_ENTRY)
                .set(LEDGER_ENTRY.SCHOOL, school)
                .set(LEDGER_ENTRY.SEQ, entry.sequence())
                .set(LEDGER_ENTRY.ID, entry.id())
                .set(LEDGER_ENTRY.ENTERED_AT, Instant.ofEpochMilli(entry.at()))
                .set(LEDGER_ENTRY.ACTOR, entry.actor())
                .set(LEDGER_ENTRY.ACTION, entry.action())
                .set(LEDGER_ENTRY.KEY_ID, entry.keyId())
                .set(LEDGER_ENTRY.SEALED, bytes(entry.ciphertext()))
                .set(LEDGER_ENTRY.PREVIOUS, link.previous().hex())
                .set(LEDGER_ENTRY.HASH, link.hash().hex())
                .execute();
    }

    /// Entries about a subject, oldest first. Their other subjects are not read.
    public List<Entry> about(String subject, String actionPrefix) {
        return about(List.of(subject), actionPrefix).getOrDefault(subject, List.of());
    }

    /// The same for several subjects at once; one of which nothing is entered is not there.
    public Map<String, List<Entry>> about(Collection<String> subjects, String actionPrefix) {
        var found = new HashMap<String, List<Entry>>();
        sql.select(LEDGER_SUBJECT.SUBJECT)
                .select(LEDGER_ENTRY.fields())
                .from(LEDGER_SUBJECT)
                .join(LEDGER_ENTRY)
                .on(LEDGER_ENTRY.SCHOOL.eq(LEDGER_SUBJECT.SCHOOL))
                .and(LEDGER_ENTRY.SEQ.eq(LEDGER_SUBJECT.SEQ))
                .where(LEDGER_SUBJECT.SCHOOL.eq(school))
                .and(LEDGER_SUBJECT.SUBJECT.in(subjects))
                .and(LEDGER_ENTRY.ACTION.startsWith(actionPrefix))
                .orderBy(LEDGER_SUBJECT.SEQ)
                .forEach(row -> {
                    var subject = row.get(LEDGER_SUBJECT.SUBJECT);
                    found.computeIfAbsent(subject, _ -> new ArrayList<>())
                            .add(entry(row, List.of(subject)));
                });
        return found;
    }

    /// Entries with content after one place and up to another, each once for every subject. Read a
    /// page at a time, and the subjects by the entries' places: a join would be tried from the
    /// wrong side.
    public List<Entry> sealedBetween(long after, long upTo, Collection<String> actionPrefixes) {
        var found = new ArrayList<Entry>();
        var rows = sealed(after, upTo, actionPrefixes);
        while (!rows.isEmpty()) {
            var subjects =
                    subjects(LEDGER_SUBJECT.SEQ.in(rows.stream().map(Entries::seq).toList()));
            for (var row : rows) {
                subjects.getOrDefault(seq(row), List.of())
                        .forEach(subject -> found.add(entry(row, List.of(subject))));
            }
            rows = sealed(seq(rows.getLast()), upTo, actionPrefixes);
        }
        return found;
    }

    private Result<Record> sealed(long after, long upTo, Collection<String> actionPrefixes) {
        return sql.selectFrom(LEDGER_ENTRY)
                .where(LEDGER_ENTRY.SCHOOL.eq(school))
                .and(LEDGER_ENTRY.SEQ.gt(after))
                .and(LEDGER_ENTRY.SEQ.le(upTo))
                .and(LEDGER_ENTRY.SEALED.isNotNull())
                .and(DSL.or(actionPrefixes.stream().map(LEDGER_ENTRY.ACTION::startsWith).toList()))
                .orderBy(LEDGER_ENTRY.SEQ)
                .limit(PAGE)
                .fetch();
    }

    /// Whether anything but reads was entered after one place and up to another.
    public boolean changedBetween(long after, long upTo) {
        return sql.fetchExists(
                LEDGER_ENTRY,
                LEDGER_ENTRY
                        .SCHOOL
                        .eq(school)
                        .and(LEDGER_ENTRY.SEQ.gt(after))
                        .and(LEDGER_ENTRY.SEQ.le(upTo))
                        .and(LEDGER_ENTRY.ACTION.notLike("%read")));
    }

    /// The whole chain in order, read a page at a time so that memory stays small. A page begins
    /// after the last row that was read, whatever its number, so that no row is passed over.
    public Stream<Link> links() {
        return links(Long.MIN_VALUE);
    }

    /// The same, from after a place in it.
    public Stream<Link> links(long after) {
        return Stream.iterate(
                        page(after),
                        page -> !page.isEmpty(),
                        page -> page(page.getLast().entry().sequence()))
                .flatMap(List::stream);
    }

    public Optional<Hash> hashOf(long sequence) {
        return sql.select(LEDGER_ENTRY.HASH)
                .from(LEDGER_ENTRY)
                .where(LEDGER_ENTRY.SCHOOL.eq(school))
                .and(LEDGER_ENTRY.SEQ.eq(sequence))
                .fetchOptional(row -> new Hash(row.value1()));
    }

    /// Whether the chain has an entry with this hash.
    public boolean has(Hash hash) {
        return sql.fetchExists(
                LEDGER_ENTRY, LEDGER_ENTRY.SCHOOL.eq(school).and(LEDGER_ENTRY.HASH.eq(hash.hex())));
    }

    private List<Link> page(long after) {
        var rows =
                sql.selectFrom(LEDGER_ENTRY)
                        .where(LEDGER_ENTRY.SCHOOL.eq(school))
                        .and(LEDGER_ENTRY.SEQ.gt(after))
                        .orderBy(LEDGER_ENTRY.SEQ)
                        .limit(PAGE)
                        .fetch();
        var subjects = rows.isEmpty() ? Map.<Long, List<String>>of() : subjects(rows);
        return rows.map(row ->
                new Link(
                        entry(row, subjects.getOrDefault(seq(row), List.of())),
                        new Hash(row.get(LEDGER_ENTRY.PREVIOUS)),
                        new Hash(row.get(LEDGER_ENTRY.HASH))));
    }

    private Map<Long, List<String>> subjects(Result<? extends Record> rows) {
        return subjects(LEDGER_SUBJECT.SEQ.between(seq(rows.getFirst()), seq(rows.getLast())));
    }

    private Map<Long, List<String>> subjects(Condition which) {
        return sql
                .select(LEDGER_SUBJECT.SEQ, LEDGER_SUBJECT.SUBJECT)
                .from(LEDGER_SUBJECT)
                .where(LEDGER_SUBJECT.SCHOOL.eq(school))
                .and(which)
                .fetch()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                row -> row.value1(),
                                Collectors.mapping(row -> row.value2(), Collectors.toList())));
    }

    private static long seq(Record row) {
        return row.get(LEDGER_ENTRY.SEQ);
    }

    private static Entry entry(Record row, List<String> subjects) {
        return new Entry(
                row.get(LEDGER_ENTRY.SCHOOL),
                row.get(LEDGER_ENTRY.SEQ),
                row.get(LEDGER_ENTRY.ID),
                row.get(LEDGER_ENTRY.ENTERED_AT).toEpochMilli(),
                row.get(LEDGER_ENTRY.ACTOR),
                row.get(LEDGER_ENTRY.ACTION),
                subjects,
                row.get(LEDGER_ENTRY.KEY_ID),
                ciphertext(row.get(LEDGER_ENTRY.SEALED)));
    }

    private static @Nullable Ciphertext ciphertext(byte @Nullable [] sealed) {
        return sealed == null ? null : Ciphertext.of(sealed);
    }

    private static byte @Nullable [] bytes(@Nullable Ciphertext ciphertext) {
        return ciphertext == null ? null : ciphertext.bytes();
    }
}
