// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.store;

import static school.lanyard.database.schema.Tables.SCHOOL;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import school.lanyard.people.Schools.School;

/// The schools of this installation.
public final class SchoolRows {

    private final DSLContext sql;

    public SchoolRows(DSLContext sql) {
        this.sql = sql;
    }

    public void insert(String id, String name, boolean invented, Instant at) {
        sql.insertInto(SCHOOL)
                .set(SCHOOL.ID, id)
                .set(SCHOOL.NAME, name)
                .set(SCHOOL.INVENTED, invented)
                .set(SCHOOL.CREATED_AT, at)
                .execute();
    }

    public List<School> all() {
        return sql.select(SCHOOL.ID, SCHOOL.NAME)
                .from(SCHOOL)
                .orderBy(SCHOOL.NAME, SCHOOL.ID)
                .fetch(Records.mapping(School::new));
    }

    public boolean any(boolean invented) {
        return sql.fetchExists(SCHOOL, SCHOOL.INVENTED.eq(invented));
    }

    public String name(String school) {
        return sql.select(SCHOOL.NAME)
                .from(SCHOOL)
                .where(SCHOOL.ID.eq(school))
                .fetchSingle()
                .value1();
    }
}
