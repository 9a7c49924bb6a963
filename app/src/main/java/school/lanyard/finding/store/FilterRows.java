// SPDX-License-Identifier: Apache-2.0
package school.lanyard.finding.store;

import static school.lanyard.database.schema.Tables.SAVED_FILTER;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;

/// What people of one school saved to look for again. Each sees their own.
public final class FilterRows {

    /// A filter, still sealed. Rows are never compared, so an array may stand in one.
    @SuppressWarnings("ArrayRecordComponent")
    public record Row(String id, String keyId, byte[] sealed) {}

    private final DSLContext sql;
    private final String school;

    public FilterRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public void add(String person, Row row, Instant at) {
        sql.insertInto(SAVED_FILTER)
                .set(SAVED_FILTER.ID, row.id())
                .set(SAVED_FILTER.SCHOOL, school)
                .set(SAVED_FILTER.PERSON, person)
                .set(SAVED_FILTER.KEY_ID, row.keyId())
                .set(SAVED_FILTER.SEALED, row.sealed())
                .set(SAVED_FILTER.SAVED_AT, at)
                .execute();
    }

    public boolean remove(String person, String id) {
        return sql.deleteFrom(SAVED_FILTER)
                        .where(SAVED_FILTER.SCHOOL.eq(school))
                        .and(SAVED_FILTER.PERSON.eq(person))
                        .and(SAVED_FILTER.ID.eq(id))
                        .execute()
                > 0;
    }

    public List<Row> of(String person) {
        return sql.select(SAVED_FILTER.ID, SAVED_FILTER.KEY_ID, SAVED_FILTER.SEALED)
                .from(SAVED_FILTER)
                .where(SAVED_FILTER.SCHOOL.eq(school))
                .and(SAVED_FILTER.PERSON.eq(person))
                .orderBy(SAVED_FILTER.SAVED_AT, SAVED_FILTER.ID)
                .fetch(Records.mapping(Row::new));
    }
}
