// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.store;

import static school.lanyard.database.schema.Tables.ACCESS_DECISION;
import static school.lanyard.database.schema.Tables.ACCESS_GUARD;
import static school.lanyard.database.schema.Tables.ACCESS_REQUEST;
import static school.lanyard.database.schema.Tables.CASE_FILE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;

/// What was asked of a second person in one school, and what they decided.
public final class AccessRows {

    /// A request that nobody has decided. Rows are never compared.
    @SuppressWarnings("ArrayRecordComponent")
    public record Row(
            String id,
            String person,
            String kind,
            String keyId,
            byte[] sealed,
            String askedBy,
            Instant askedAt) {}

    private final DSLContext sql;
    private final String school;

    public AccessRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public void ask(Row row) {
        sql.insertInto(ACCESS_REQUEST)
                .set(ACCESS_REQUEST.ID, row.id())
                .set(ACCESS_REQUEST.SCHOOL, school)
                .set(ACCESS_REQUEST.PERSON, row.person())
                .set(ACCESS_REQUEST.KIND, row.kind())
                .set(ACCESS_REQUEST.KEY_ID, row.keyId())
                .set(ACCESS_REQUEST.SEALED, row.sealed())
                .set(ACCESS_REQUEST.ASKED_BY, row.askedBy())
                .set(ACCESS_REQUEST.ASKED_AT, row.askedAt())
                .execute();
    }

    public void decide(String request, boolean granted, String by, Instant at) {
        sql.insertInto(ACCESS_DECISION)
                .set(ACCESS_DECISION.REQUEST, request)
                .set(ACCESS_DECISION.SCHOOL, school)
                .set(ACCESS_DECISION.GRANTED, granted)
                .set(ACCESS_DECISION.DECIDED_BY, by)
                .set(ACCESS_DECISION.DECIDED_AT, at)
                .execute();
    }

    public List<Row> open() {
        return where(ACCESS_DECISION.REQUEST.isNull());
    }

    public Optional<Row> open(String id) {
        return where(ACCESS_DECISION.REQUEST.isNull().and(ACCESS_REQUEST.ID.eq(id))).stream()
                .findFirst();
    }

    private List<Row> where(Condition condition) {
        return sql.select(
                        ACCESS_REQUEST.ID,
                        ACCESS_REQUEST.PERSON,
                        ACCESS_REQUEST.KIND,
                        ACCESS_REQUEST.KEY_ID,
                        ACCESS_REQUEST.SEALED,
                        ACCESS_REQUEST.ASKED_BY,
                        ACCESS_REQUEST.ASKED_AT)
                .from(ACCESS_REQUEST)
                .leftJoin(ACCESS_DECISION)
                .on(ACCESS_DECISION.REQUEST.eq(ACCESS_REQUEST.ID))
                .where(ACCESS_REQUEST.SCHOOL.eq(school))
                .and(condition)
                .orderBy(ACCESS_REQUEST.ASKED_AT, ACCESS_REQUEST.ID)
                .fetch(Records.mapping(Row::new));
    }

    /// Whether an approver has ever signed in.
    public boolean guarded() {
        return sql.fetchExists(ACCESS_GUARD, ACCESS_GUARD.SCHOOL.eq(school));
    }

    public void guard(String approver, Instant at) {
        sql.insertInto(ACCESS_GUARD)
                .set(ACCESS_GUARD.SCHOOL, school)
                .set(ACCESS_GUARD.APPROVER, approver)
                .set(ACCESS_GUARD.SINCE_AT, at)
                .onConflictDoNothing()
                .execute();
    }

    public boolean anyCase() {
        return sql.fetchExists(CASE_FILE, CASE_FILE.SCHOOL.eq(school));
    }
}
