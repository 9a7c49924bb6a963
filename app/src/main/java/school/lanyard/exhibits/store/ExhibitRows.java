// SPDX-License-Identifier: Apache-2.0
package school.lanyard.exhibits.store;

import static school.lanyard.database.schema.Tables.CASE_FILE;
import static school.lanyard.database.schema.Tables.EXHIBIT;
import static school.lanyard.database.schema.Tables.EXHIBIT_PART;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/// The rows of kept files: one for each, and one for each sealed piece.
public final class ExhibitRows {

    /// A kept file, unopened.
    ///
    /// @param parts how many pieces it has
    /// @param disposedAt absent while it is kept
    public record Row(
            String id,
            String caseId,
            String keyId,
            int parts,
            long bytes,
            @Nullable Instant disposedAt) {}

    private final DSLContext sql;
    private final String school;

    public ExhibitRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    /// A kept file as its row stands, with the key of its case; shown to nobody.
    public record Stored(Row row, String caseKeyId, Instant keptAt) {}

    /// Every row, to be compared with the ledger.
    public List<Stored> everything() {
        return sql.select(
                        EXHIBIT.ID,
                        EXHIBIT.CASE_ID,
                        EXHIBIT.KEY_ID,
                        EXHIBIT.PARTS,
                        EXHIBIT.BYTES,
                        EXHIBIT.DISPOSED_AT,
                        CASE_FILE.KEY_ID,
                        EXHIBIT.KEPT_AT)
                .from(EXHIBIT)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(EXHIBIT.CASE_ID))
                .where(EXHIBIT.SCHOOL.eq(school))
                .fetch(row ->
                        new Stored(
                                new Row(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        row.value5(),
                                        row.value6()),
                                row.value7(),
                                row.value8()));
    }

    public void add(Row row, Instant at) {
        sql.insertInto(EXHIBIT)
                .set(EXHIBIT.ID, row.id())
                .set(EXHIBIT.SCHOOL, school)
                .set(EXHIBIT.CASE_ID, row.caseId())
                .set(EXHIBIT.KEY_ID, row.keyId())
                .set(EXHIBIT.PARTS, row.parts())
                .set(EXHIBIT.BYTES, row.bytes())
                .set(EXHIBIT.KEPT_AT, at)
                .execute();
    }

    public void addPart(String exhibit, int number, byte[] sealed) {
        sql.insertInto(EXHIBIT_PART)
                .set(EXHIBIT_PART.ID, UUID.randomUUID().toString())
                .set(EXHIBIT_PART.SCHOOL, school)
                .set(EXHIBIT_PART.EXHIBIT, exhibit)
                .set(EXHIBIT_PART.PLACE, number)
                .set(EXHIBIT_PART.SEALED, sealed)
                .execute();
    }

    public Optional<Row> find(String id) {
        return sql.select(
                        EXHIBIT.ID,
                        EXHIBIT.CASE_ID,
                        EXHIBIT.KEY_ID,
                        EXHIBIT.PARTS,
                        EXHIBIT.BYTES,
                        EXHIBIT.DISPOSED_AT)
                .from(EXHIBIT)
                .where(EXHIBIT.SCHOOL.eq(school))
                .and(EXHIBIT.ID.eq(id))
                .fetchOptional(Records.mapping(Row::new));
    }

    public Optional<byte[]> part(String exhibit, int number) {
        return sql.select(EXHIBIT_PART.SEALED)
                .from(EXHIBIT_PART)
                .where(EXHIBIT_PART.SCHOOL.eq(school))
                .and(EXHIBIT_PART.EXHIBIT.eq(exhibit))
                .and(EXHIBIT_PART.PLACE.eq(number))
                .fetchOptional(EXHIBIT_PART.SEALED);
    }

    /// Takes the pieces away and keeps the row, which says that there was a file.
    public void dispose(String exhibit, Instant at) {
        sql.deleteFrom(EXHIBIT_PART)
                .where(EXHIBIT_PART.SCHOOL.eq(school))
                .and(EXHIBIT_PART.EXHIBIT.eq(exhibit))
                .execute();
        sql.update(EXHIBIT)
                .set(EXHIBIT.DISPOSED_AT, at)
                .where(EXHIBIT.SCHOOL.eq(school))
                .and(EXHIBIT.ID.eq(exhibit))
                .execute();
    }

    /// The keys of what was disposed of, in every school.
    public static List<String> keysOfDisposed(DSLContext sql) {
        return sql.select(EXHIBIT.KEY_ID)
                .from(EXHIBIT)
                .where(EXHIBIT.DISPOSED_AT.isNotNull())
                .fetch(EXHIBIT.KEY_ID);
    }
}
