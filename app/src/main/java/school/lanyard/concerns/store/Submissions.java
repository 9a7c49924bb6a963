// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.store;

import static school.lanyard.database.schema.Tables.SUBMISSION;

import java.time.Instant;
import org.jooq.DSLContext;

/// Which forms have been taken, so that one sent twice is taken once.
public final class Submissions {

    private final DSLContext sql;
    private final String school;

    public Submissions(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public boolean taken(String print) {
        return sql.fetchExists(
                sql.selectOne()
                        .from(SUBMISSION)
                        .where(SUBMISSION.SCHOOL.eq(school))
                        .and(SUBMISSION.PRINT.eq(print)));
    }

    public void take(String print, Instant at) {
        sql.insertInto(SUBMISSION)
                .set(SUBMISSION.PRINT, print)
                .set(SUBMISSION.SCHOOL, school)
                .set(SUBMISSION.SENT_AT, at)
                .execute();
    }
}
