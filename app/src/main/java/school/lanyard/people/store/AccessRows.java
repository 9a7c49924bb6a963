// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.store;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static school.lanyard.database.schema.Tables.ACCESS_DECISION;
import static school.lanyard.database.schema.Tables.ACCESS_GUARD;
import static school.lanyard.database.schema.Tables.ACCESS_REQUEST;
import static school.lanyard.database.schema.Tables.APPOINTMENT;
import static school.lanyard.database.schema.Tables.CASE_FILE;
import static school.lanyard.database.schema.Tables.PERSON;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.Select;

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

    /// How many appointments to roles that take a second person, of those made by a person since a
    /// second person was there to be asked, no request stands behind that somebody else granted.
    public int madeByOneAlone(Collection<String> roles) {
        return sql.fetchCount(
                select(APPOINTMENT.ID)
                        .from(APPOINTMENT)
                        .join(ACCESS_GUARD)
                        .on(ACCESS_GUARD.SCHOOL.eq(APPOINTMENT.SCHOOL))
                        .where(APPOINTMENT.SCHOOL.eq(school))
                        .and(APPOINTMENT.ROLE.in(roles))
                        .and(APPOINTMENT.MADE_AT.gt(ACCESS_GUARD.SINCE_AT))
                        .and(
                                exists(
                                        selectOne()
                                                .from(PERSON)
                                                .where(PERSON.ID.eq(APPOINTMENT.MADE_BY))))
                        .and(notExists(granted())));
    }

    /// A request of whoever made the appointment, for the same person, granted by somebody else.
    private Select<?> granted() {
        return selectOne()
                .from(ACCESS_REQUEST)
                .join(ACCESS_DECISION)
                .on(ACCESS_DECISION.REQUEST.eq(ACCESS_REQUEST.ID))
                .where(ACCESS_REQUEST.SCHOOL.eq(school))
                .and(ACCESS_REQUEST.KIND.eq("appoint"))
                .and(ACCESS_REQUEST.PERSON.eq(APPOINTMENT.PERSON))
                .and(ACCESS_REQUEST.ASKED_BY.eq(APPOINTMENT.MADE_BY))
                .and(ACCESS_DECISION.GRANTED.isTrue())
                .and(ACCESS_DECISION.DECIDED_BY.ne(ACCESS_REQUEST.ASKED_BY))
                .and(ACCESS_DECISION.DECIDED_BY.ne(ACCESS_REQUEST.PERSON))
                .and(ACCESS_DECISION.DECIDED_AT.ge(APPOINTMENT.MADE_AT))
                .and(ACCESS_REQUEST.ASKED_AT.le(APPOINTMENT.MADE_AT));
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
