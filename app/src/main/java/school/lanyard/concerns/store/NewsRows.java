// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.store;

import static org.jooq.impl.DSL.not;
import static school.lanyard.database.schema.Tables.CONCERN;
import static school.lanyard.database.schema.Tables.CONCERN_NEWS;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import school.lanyard.access.Door;

/// What reporters have been told of their concerns. Nothing here is ever taken back.
public final class NewsRows {

    static final String OPENED = "opened";
    static final String ANSWERED = "answered";

    private final DSLContext sql;
    private final String school;

    public NewsRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public void opened(String concern, Instant at) {
        tell(concern, OPENED, at);
    }

    public void answered(String concern, Instant at) {
        tell(concern, ANSWERED, at);
    }

    /// Whether its reporter may know more of a concern than that it was received: it came along no
    /// route for leaders, and it is not closed to the reporter or their family.
    public boolean mayBeTold(String concern) {
        var reporter =
                sql.select(CONCERN.REPORTER)
                        .from(CONCERN)
                        .where(CONCERN.SCHOOL.eq(school))
                        .and(CONCERN.CASE_ID.eq(concern))
                        .fetchOptional(CONCERN.REPORTER)
                        .orElseThrow();
        return sql.fetchExists(
                CONCERN,
                CONCERN.CASE_ID
                        .eq(concern)
                        .and(CONCERN.LEADER.isFalse())
                        .and(not(Door.closedToAny(CONCERN.CASE_ID, List.of(reporter)))));
    }

    private void tell(String concern, String news, Instant at) {
        sql.insertInto(CONCERN_NEWS)
                .set(CONCERN_NEWS.CONCERN, concern)
                .set(CONCERN_NEWS.SCHOOL, school)
                .set(CONCERN_NEWS.NEWS, news)
                .set(CONCERN_NEWS.TOLD_AT, at)
                .onConflictDoNothing()
                .execute();
    }
}
