// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.store;

import static school.lanyard.database.schema.Tables.PERSON_BIRTH;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;

/// Dates of birth of one school's people, still sealed.
public final class BirthRows {

    /// Rows are never compared, so an array may stand in one.
    @SuppressWarnings("ArrayRecordComponent")
    public record Row(String id, String person, String keyId, byte[] sealed) {}

    private final DSLContext sql;
    private final String school;

    public BirthRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public List<Row> of(Collection<String> people) {
        return sql.select(
                        PERSON_BIRTH.ID,
                        PERSON_BIRTH.PERSON,
                        PERSON_BIRTH.KEY_ID,
                        PERSON_BIRTH.SEALED)
                .from(PERSON_BIRTH)
                .where(PERSON_BIRTH.SCHOOL.eq(school))
                .and(PERSON_BIRTH.PERSON.in(people))
                .fetch(Records.mapping(Row::new));
    }

    /// A date of birth as its row stands; shown to nobody.
    public record Stored(Row row, String by, Instant at) {}

    /// Every row, to be compared with the ledger.
    public List<Stored> everything() {
        return sql.select(
                        PERSON_BIRTH.ID,
                        PERSON_BIRTH.PERSON,
                        PERSON_BIRTH.KEY_ID,
                        PERSON_BIRTH.SEALED,
                        PERSON_BIRTH.RECORDED_BY,
                        PERSON_BIRTH.RECORDED_AT)
                .from(PERSON_BIRTH)
                .where(PERSON_BIRTH.SCHOOL.eq(school))
                .fetch(row ->
                        new Stored(
                                new Row(row.value1(), row.value2(), row.value3(), row.value4()),
                                row.value5(),
                                row.value6()));
    }

    public void save(Row row, String by, Instant at) {
        sql.insertInto(PERSON_BIRTH)
                .set(PERSON_BIRTH.ID, row.id())
                .set(PERSON_BIRTH.SCHOOL, school)
                .set(PERSON_BIRTH.PERSON, row.person())
                .set(PERSON_BIRTH.KEY_ID, row.keyId())
                .set(PERSON_BIRTH.SEALED, row.sealed())
                .set(PERSON_BIRTH.RECORDED_BY, by)
                .set(PERSON_BIRTH.RECORDED_AT, at)
                .onConflict(PERSON_BIRTH.PERSON)
                .doUpdate()
                .set(PERSON_BIRTH.SEALED, row.sealed())
                .set(PERSON_BIRTH.RECORDED_BY, by)
                .set(PERSON_BIRTH.RECORDED_AT, at)
                .execute();
    }
}
