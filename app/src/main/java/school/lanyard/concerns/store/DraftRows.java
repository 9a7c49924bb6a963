// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.store;

import static school.lanyard.database.schema.Tables.CONCERN_DRAFT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;

/// What people have begun to write and not yet sent.
public final class DraftRows {

    /// A draft's row, its content still sealed.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Row(String id, String person, String keyId, byte[] sealed, Instant savedAt) {}

    private final DSLContext sql;
    private final String school;

    public DraftRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public Optional<Row> find(String person, String id) {
        return rows(CONCERN_DRAFT.PERSON.eq(person).and(CONCERN_DRAFT.ID.eq(id))).stream()
                .findFirst();
    }

    /// What a person has not sent, the latest first.
    public List<Row> of(String person) {
        return rows(CONCERN_DRAFT.PERSON.eq(person));
    }

    /// What nobody has touched since a moment.
    public List<Row> untouchedSince(Instant moment) {
        return rows(CONCERN_DRAFT.SAVED_AT.lt(moment));
    }

    private List<Row> rows(Condition which) {
        return sql.select(
                        CONCERN_DRAFT.ID,
                        CONCERN_DRAFT.PERSON,
                        CONCERN_DRAFT.KEY_ID,
                        CONCERN_DRAFT.SEALED,
                        CONCERN_DRAFT.SAVED_AT)
                .from(CONCERN_DRAFT)
                .where(CONCERN_DRAFT.SCHOOL.eq(school))
                .and(which)
                .orderBy(CONCERN_DRAFT.SAVED_AT.desc(), CONCERN_DRAFT.ID)
                .fetch(Records.mapping(Row::new));
    }

    public void save(Row row) {
        sql.insertInto(CONCERN_DRAFT)
                .set(CONCERN_DRAFT.ID, row.id())
                .set(CONCERN_DRAFT.SCHOOL, school)
                .set(CONCERN_DRAFT.PERSON, row.person())
                .set(CONCERN_DRAFT.KEY_ID, row.keyId())
                .set(CONCERN_DRAFT.SEALED, row.sealed())
                .set(CONCERN_DRAFT.SAVED_AT, row.savedAt())
                .onConflict(CONCERN_DRAFT.PERSON, CONCERN_DRAFT.ID)
                .doUpdate()
                .set(CONCERN_DRAFT.KEY_ID, row.keyId())
                .set(CONCERN_DRAFT.SEALED, row.sealed())
                .set(CONCERN_DRAFT.SAVED_AT, row.savedAt())
                .execute();
    }

    /// Whether anybody else of the school is writing under this id.
    public boolean isAnothers(String person, String id) {
        return sql.fetchExists(
                CONCERN_DRAFT,
                CONCERN_DRAFT
                        .SCHOOL
                        .eq(school)
                        .and(CONCERN_DRAFT.ID.eq(id))
                        .and(CONCERN_DRAFT.PERSON.ne(person)));
    }

    public void remove(String person, String id) {
        sql.deleteFrom(CONCERN_DRAFT)
                .where(CONCERN_DRAFT.SCHOOL.eq(school))
                .and(CONCERN_DRAFT.PERSON.eq(person))
                .and(CONCERN_DRAFT.ID.eq(id))
                .execute();
    }
}
