// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.store;

import static school.lanyard.database.schema.Tables.CASE_FILE;
import static school.lanyard.database.schema.Tables.CASE_PERSON;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record1;
import school.lanyard.access.Door;
import school.lanyard.access.Viewer;

/// The incidents of one school by the people in them.
public final class HistoryRows {

    private static final int MOST = 20;

    private final DSLContext sql;
    private final String school;

    public HistoryRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    /// The incidents opened before one for which somebody is said to be responsible too, of those
    /// that the viewer may read, newest first.
    public List<CaseFile> alleged(String person, CaseFile now, Viewer viewer) {
        return sql.select(CaseFiles.FILE)
                .from(CASE_PERSON)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(CASE_PERSON.CASE_ID))
                .where(CASE_PERSON.SCHOOL.eq(school))
                .and(CASE_PERSON.PERSON.eq(person))
                .and(CASE_PERSON.PART.eq("alleged"))
                .and(CASE_FILE.KIND.eq("incident"))
                .and(CASE_FILE.ID.ne(now.id()))
                .and(CASE_FILE.OPENED_AT.lt(now.openedAt()))
                .and(Door.opens(CASE_FILE.ID, viewer))
                .orderBy(CASE_FILE.OPENED_AT.desc(), CASE_FILE.ID)
                .limit(MOST)
                .fetch(Record1::value1);
    }
}
