// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.store;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static school.lanyard.database.schema.Tables.CASE_FILE;
import static school.lanyard.database.schema.Tables.CASE_PERSON;
import static school.lanyard.database.schema.Tables.CONCERN_INCIDENT;

import java.util.List;
import org.jooq.DSLContext;
import school.lanyard.access.Door;
import school.lanyard.access.Viewer;

/// The cases that somebody has a part in, in one school.
public final class PersonCases {

    private final DSLContext sql;
    private final String school;

    public PersonCases(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    /// Incidents, and concerns that are in none, that the viewer may read.
    public List<String> of(String person, Viewer viewer) {
        return sql.select(CASE_FILE.ID)
                .from(CASE_PERSON)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(CASE_PERSON.CASE_ID))
                .where(CASE_PERSON.SCHOOL.eq(school))
                .and(CASE_PERSON.PERSON.eq(person))
                .and(
                        notExists(
                                selectOne()
                                        .from(CONCERN_INCIDENT)
                                        .where(CONCERN_INCIDENT.CONCERN.eq(CASE_FILE.ID))))
                .and(Door.opens(CASE_FILE.ID, viewer))
                .orderBy(CASE_FILE.OPENED_AT, CASE_FILE.ID)
                .fetch(CASE_FILE.ID);
    }
}
