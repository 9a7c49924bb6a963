// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.store;

import static school.lanyard.database.schema.Tables.SIGN_IN_FAILURE;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// The guesses at one school's accounts, by print.
public final class GuessRows {

    private final DSLContext sql;
    private final String school;

    public GuessRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    /// When they were made since a time, newest first.
    public List<Instant> since(String print, Instant at) {
        return sql.select(SIGN_IN_FAILURE.FAILED_AT)
                .from(SIGN_IN_FAILURE)
                .where(of(print))
                .and(SIGN_IN_FAILURE.FAILED_AT.gt(at))
                .orderBy(SIGN_IN_FAILURE.FAILED_AT.desc())
                .fetch(SIGN_IN_FAILURE.FAILED_AT);
    }

    public void insert(String print, Instant at) {
        sql.insertInto(SIGN_IN_FAILURE)
                .set(SIGN_IN_FAILURE.ID, UUID.randomUUID().toString())
                .set(SIGN_IN_FAILURE.SCHOOL, school)
                .set(SIGN_IN_FAILURE.PRINT, print)
                .set(SIGN_IN_FAILURE.FAILED_AT, at)
                .execute();
    }

    public void deleteBefore(Instant at) {
        sql.deleteFrom(SIGN_IN_FAILURE)
                .where(SIGN_IN_FAILURE.SCHOOL.eq(school))
                .and(SIGN_IN_FAILURE.FAILED_AT.lt(at))
                .execute();
    }

    public void delete(String print) {
        sql.deleteFrom(SIGN_IN_FAILURE).where(of(print)).execute();
    }

    public void deleteNewest(String print) {
        var newest =
                sql.select(SIGN_IN_FAILURE.ID)
                        .from(SIGN_IN_FAILURE)
                        .where(of(print))
                        .orderBy(SIGN_IN_FAILURE.FAILED_AT.desc())
                        .limit(1)
                        .fetchOne(SIGN_IN_FAILURE.ID);
        if (newest != null) {
            sql.deleteFrom(SIGN_IN_FAILURE).where(SIGN_IN_FAILURE.ID.eq(newest)).execute();
        }
    }

    private Condition of(String print) {
        return SIGN_IN_FAILURE.SCHOOL.eq(school).and(SIGN_IN_FAILURE.PRINT.eq(print));
    }
}
