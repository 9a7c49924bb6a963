// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.store;

import static school.lanyard.database.schema.Tables.ROSTER_COLUMNS;
import static school.lanyard.database.schema.Tables.ROSTER_IMPORT;
import static school.lanyard.database.schema.Tables.ROSTER_IMPORT_ANSWER;
import static school.lanyard.database.schema.Tables.ROSTER_IMPORT_CHANGE;
import static school.lanyard.database.schema.Tables.ROSTER_IMPORT_END;
import static school.lanyard.database.schema.Tables.ROSTER_IMPORT_FILE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import school.lanyard.database.Pieces;
import school.lanyard.roster.ImportCounts;

/// The imports of one school, their files still sealed.
public final class ImportRows {

    /// An import, and how it ended; what concerns the end is absent while it waits.
    public record Row(
            String id,
            String format,
            String keyId,
            String begunBy,
            Instant begunAt,
            @Nullable Boolean applied,
            @Nullable Integer added,
            @Nullable Integer changed,
            @Nullable Integer unchanged,
            @Nullable Integer closed,
            @Nullable Integer waiting,
            @Nullable Instant endedAt) {}

    /// Somebody whom it touched.
    ///
    /// @param kind `added`, `changed`, `closed` or `waits`
    /// @param what changed, as words with commas
    public record Change(String person, String kind, String what) {}

    /// Something sealed and its key. Rows are never compared, so an array may stand in one.
    @SuppressWarnings("ArrayRecordComponent")
    public record Sealed(String keyId, byte[] sealed) {}

    private final DSLContext sql;
    private final String school;

    public ImportRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public void begin(String id, String format, String keyId, byte[] file, String by, Instant at) {
        sql.insertInto(ROSTER_IMPORT)
                .set(ROSTER_IMPORT.ID, id)
                .set(ROSTER_IMPORT.SCHOOL, school)
                .set(ROSTER_IMPORT.FORMAT, format)
                .set(ROSTER_IMPORT.KEY_ID, keyId)
                .set(ROSTER_IMPORT.BEGUN_BY, by)
                .set(ROSTER_IMPORT.BEGUN_AT, at)
                .execute();
        sql.insertInto(ROSTER_IMPORT_FILE)
                .set(ROSTER_IMPORT_FILE.ID, UUID.randomUUID().toString())
                .set(ROSTER_IMPORT_FILE.IMPORT, id)
                .set(ROSTER_IMPORT_FILE.SCHOOL, school)
                .set(ROSTER_IMPORT_FILE.KEY_ID, keyId)
                .set(ROSTER_IMPORT_FILE.SEALED, file)
                .execute();
    }

    public List<Row> newest(int most) {
        return where(DSL.noCondition(), most);
    }

    /// Those that were begun before a moment and neither applied nor dropped.
    public List<Row> waitingSince(Instant before) {
        return where(
                ROSTER_IMPORT_END.IMPORT.isNull().and(ROSTER_IMPORT.BEGUN_AT.lt(before)),
                Integer.MAX_VALUE);
    }

    public Optional<Row> find(String id) {
        return where(ROSTER_IMPORT.ID.eq(id), 1).stream().findFirst();
    }

    private List<Row> where(Condition which, int most) {
        return sql.select(
                        ROSTER_IMPORT.ID,
                        ROSTER_IMPORT.FORMAT,
                        ROSTER_IMPORT.KEY_ID,
                        ROSTER_IMPORT.BEGUN_BY,
                        ROSTER_IMPORT.BEGUN_AT,
                        ROSTER_IMPORT_END.APPLIED,
                        ROSTER_IMPORT_END.ADDED,
                        ROSTER_IMPORT_END.CHANGED,
                        ROSTER_IMPORT_END.UNCHANGED,
                        ROSTER_IMPORT_END.CLOSED,
                        ROSTER_IMPORT_END.WAITING,
                        ROSTER_IMPORT_END.ENDED_AT)
                .from(ROSTER_IMPORT)
                .leftJoin(ROSTER_IMPORT_END)
                .on(ROSTER_IMPORT_END.IMPORT.eq(ROSTER_IMPORT.ID))
                .where(ROSTER_IMPORT.SCHOOL.eq(school))
                .and(which)
                .orderBy(ROSTER_IMPORT.BEGUN_AT.desc(), ROSTER_IMPORT.ID)
                .limit(most)
                .fetch(Records.mapping(Row::new));
    }

    public Optional<Sealed> file(String id) {
        return sql.select(ROSTER_IMPORT_FILE.KEY_ID, ROSTER_IMPORT_FILE.SEALED)
                .from(ROSTER_IMPORT_FILE)
                .where(ROSTER_IMPORT_FILE.SCHOOL.eq(school))
                .and(ROSTER_IMPORT_FILE.IMPORT.eq(id))
                .fetchOptional(Records.mapping(Sealed::new));
    }

    public Optional<Sealed> answers(String id) {
        return sql.select(ROSTER_IMPORT_ANSWER.KEY_ID, ROSTER_IMPORT_ANSWER.SEALED)
                .from(ROSTER_IMPORT_ANSWER)
                .where(ROSTER_IMPORT_ANSWER.SCHOOL.eq(school))
                .and(ROSTER_IMPORT_ANSWER.IMPORT.eq(id))
                .fetchOptional(Records.mapping(Sealed::new));
    }

    public void answer(String id, Sealed answers) {
        sql.insertInto(ROSTER_IMPORT_ANSWER)
                .set(ROSTER_IMPORT_ANSWER.ID, UUID.randomUUID().toString())
                .set(ROSTER_IMPORT_ANSWER.IMPORT, id)
                .set(ROSTER_IMPORT_ANSWER.SCHOOL, school)
                .set(ROSTER_IMPORT_ANSWER.KEY_ID, answers.keyId())
                .set(ROSTER_IMPORT_ANSWER.SEALED, answers.sealed())
                .onConflict(ROSTER_IMPORT_ANSWER.IMPORT)
                .doUpdate()
                .set(ROSTER_IMPORT_ANSWER.SEALED, answers.sealed())
                .execute();
    }

    /// Ends it and takes the file away.
    public void end(String id, boolean applied, ImportCounts counts, String by, Instant at) {
        sql.deleteFrom(ROSTER_IMPORT_ANSWER)
                .where(ROSTER_IMPORT_ANSWER.SCHOOL.eq(school))
                .and(ROSTER_IMPORT_ANSWER.IMPORT.eq(id))
                .execute();
        sql.deleteFrom(ROSTER_IMPORT_FILE)
                .where(ROSTER_IMPORT_FILE.SCHOOL.eq(school))
                .and(ROSTER_IMPORT_FILE.IMPORT.eq(id))
                .execute();
        sql.insertInto(ROSTER_IMPORT_END)
                .set(ROSTER_IMPORT_END.IMPORT, id)
                .set(ROSTER_IMPORT_END.SCHOOL, school)
                .set(ROSTER_IMPORT_END.APPLIED, applied)
                .set(ROSTER_IMPORT_END.ADDED, counts.added())
                .set(ROSTER_IMPORT_END.CHANGED, counts.changed())
                .set(ROSTER_IMPORT_END.UNCHANGED, counts.unchanged())
                .set(ROSTER_IMPORT_END.CLOSED, counts.closed())
                .set(ROSTER_IMPORT_END.WAITING, counts.waiting())
                .set(ROSTER_IMPORT_END.ENDED_BY, by)
                .set(ROSTER_IMPORT_END.ENDED_AT, at)
                .execute();
    }

    public void changed(String id, List<Change> changes) {
        Pieces.of(
                changes,
                some ->
                        sql.insertInto(
                                        ROSTER_IMPORT_CHANGE,
                                        ROSTER_IMPORT_CHANGE.ID,
                                        ROSTER_IMPORT_CHANGE.SCHOOL,
                                        ROSTER_IMPORT_CHANGE.IMPORT,
                                        ROSTER_IMPORT_CHANGE.PERSON,
                                        ROSTER_IMPORT_CHANGE.KIND,
                                        ROSTER_IMPORT_CHANGE.WHAT)
                                .valuesOfRows(
                                        some.stream()
                                                .map(each ->
                                                        DSL.row(
                                                                UUID.randomUUID().toString(),
                                                                school,
                                                                id,
                                                                each.person(),
                                                                each.kind(),
                                                                each.what()))
                                                .toList())
                                .execute());
    }

    public List<Change> changes(String id) {
        return sql.select(
                        ROSTER_IMPORT_CHANGE.PERSON,
                        ROSTER_IMPORT_CHANGE.KIND,
                        ROSTER_IMPORT_CHANGE.WHAT)
                .from(ROSTER_IMPORT_CHANGE)
                .where(ROSTER_IMPORT_CHANGE.SCHOOL.eq(school))
                .and(ROSTER_IMPORT_CHANGE.IMPORT.eq(id))
                .fetch(Records.mapping(Change::new));
    }

    public Optional<Sealed> columns(String print) {
        return sql.select(ROSTER_COLUMNS.KEY_ID, ROSTER_COLUMNS.SEALED)
                .from(ROSTER_COLUMNS)
                .where(ROSTER_COLUMNS.SCHOOL.eq(school))
                .and(ROSTER_COLUMNS.PRINT.eq(print))
                .fetchOptional(Records.mapping(Sealed::new));
    }

    public void remember(String print, Sealed columns, Instant at) {
        sql.insertInto(ROSTER_COLUMNS)
                .set(ROSTER_COLUMNS.ID, UUID.randomUUID().toString())
                .set(ROSTER_COLUMNS.SCHOOL, school)
                .set(ROSTER_COLUMNS.PRINT, print)
                .set(ROSTER_COLUMNS.KEY_ID, columns.keyId())
                .set(ROSTER_COLUMNS.SEALED, columns.sealed())
                .set(ROSTER_COLUMNS.SAVED_AT, at)
                .onConflict(ROSTER_COLUMNS.SCHOOL, ROSTER_COLUMNS.PRINT)
                .doUpdate()
                .set(ROSTER_COLUMNS.KEY_ID, columns.keyId())
                .set(ROSTER_COLUMNS.SEALED, columns.sealed())
                .set(ROSTER_COLUMNS.SAVED_AT, at)
                .execute();
    }
}
