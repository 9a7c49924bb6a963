// SPDX-License-Identifier: Apache-2.0
package school.lanyard.training.store;

import static school.lanyard.database.schema.Tables.TRAINING_ATTENDANCE;
import static school.lanyard.database.schema.Tables.TRAINING_SESSION;
import static school.lanyard.database.schema.Tables.TRAINING_SESSION_ITEM;
import static school.lanyard.database.schema.Tables.TRAINING_SESSION_WITHDRAWAL;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.Table;
import org.jooq.impl.DSL;
import school.lanyard.training.Session;

/// The sessions of one school.
public final class SessionRows {

    /// A session's own row, without what hangs on it.
    private record Row(
            String id,
            String course,
            String provider,
            LocalDate heldOn,
            String recordedBy,
            Instant recordedAt) {}

    /// What of a session is sealed.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Sealed(String keyId, byte[] sealed) {}

    private final DSLContext sql;
    private final String school;

    public SessionRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    /// Adds one.
    ///
    /// @return false if it is there already
    public boolean insert(Session session, String edition, Sealed sealed) {
        boolean added =
                sql.insertInto(TRAINING_SESSION)
                                .set(TRAINING_SESSION.ID, session.id())
                                .set(TRAINING_SESSION.SCHOOL, school)
                                .set(TRAINING_SESSION.COURSE, session.course())
                                .set(TRAINING_SESSION.EDITION, edition)
                                .set(TRAINING_SESSION.PROVIDER, session.provider().name())
                                .set(TRAINING_SESSION.HELD_ON, session.heldOn())
                                .set(TRAINING_SESSION.KEY_ID, sealed.keyId())
                                .set(TRAINING_SESSION.SEALED, sealed.sealed())
                                .set(TRAINING_SESSION.RECORDED_BY, session.recordedBy())
                                .set(TRAINING_SESSION.RECORDED_AT, session.recordedAt())
                                .onConflictDoNothing()
                                .execute()
                        == 1;
        if (added) {
            session.items().forEach(item -> addItem(session.id(), item));
            session.people().forEach(person -> addPerson(session.id(), person));
        }
        return added;
    }

    private void addItem(String session, String item) {
        sql.insertInto(TRAINING_SESSION_ITEM)
                .set(TRAINING_SESSION_ITEM.SESSION, session)
                .set(TRAINING_SESSION_ITEM.SCHOOL, school)
                .set(TRAINING_SESSION_ITEM.ITEM, item)
                .execute();
    }

    private void addPerson(String session, String person) {
        sql.insertInto(TRAINING_ATTENDANCE)
                .set(TRAINING_ATTENDANCE.SESSION, session)
                .set(TRAINING_ATTENDANCE.SCHOOL, school)
                .set(TRAINING_ATTENDANCE.PERSON, person)
                .execute();
    }

    /// Those that counted at a moment, the newest first.
    public List<Session> counting(Instant at) {
        var items =
                sets(
                        TRAINING_SESSION_ITEM,
                        TRAINING_SESSION_ITEM.SCHOOL,
                        TRAINING_SESSION_ITEM.SESSION,
                        TRAINING_SESSION_ITEM.ITEM);
        var people =
                sets(
                        TRAINING_ATTENDANCE,
                        TRAINING_ATTENDANCE.SCHOOL,
                        TRAINING_ATTENDANCE.SESSION,
                        TRAINING_ATTENDANCE.PERSON);
        return rows(at).stream()
                .map(row ->
                        new Session(
                                row.id(),
                                row.course(),
                                Session.Provider.valueOf(row.provider()),
                                row.heldOn(),
                                items.getOrDefault(row.id(), Set.of()),
                                people.getOrDefault(row.id(), Set.of()),
                                row.recordedBy(),
                                row.recordedAt()))
                .toList();
    }

    private List<Row> rows(Instant at) {
        return sql.select(
                        TRAINING_SESSION.ID,
                        TRAINING_SESSION.COURSE,
                        TRAINING_SESSION.PROVIDER,
                        TRAINING_SESSION.HELD_ON,
                        TRAINING_SESSION.RECORDED_BY,
                        TRAINING_SESSION.RECORDED_AT)
                .from(TRAINING_SESSION)
                .where(TRAINING_SESSION.SCHOOL.eq(school))
                .and(TRAINING_SESSION.RECORDED_AT.le(at))
                .andNotExists(
                        DSL.selectOne()
                                .from(TRAINING_SESSION_WITHDRAWAL)
                                .where(TRAINING_SESSION_WITHDRAWAL.SESSION.eq(TRAINING_SESSION.ID))
                                .and(TRAINING_SESSION_WITHDRAWAL.WITHDRAWN_AT.le(at)))
                .orderBy(TRAINING_SESSION.HELD_ON.desc(), TRAINING_SESSION.ID)
                .fetch(Records.mapping(Row::new));
    }

    private Map<String, Set<String>> sets(
            Table<?> table, Field<String> owner, Field<String> session, Field<String> value) {
        var found = new HashMap<String, Set<String>>();
        sql.select(session, value)
                .from(table)
                .where(owner.eq(school))
                .forEach(row ->
                        found.computeIfAbsent(row.value1(), _ -> new HashSet<>())
                                .add(row.value2()));
        return found;
    }

    public Optional<Sealed> sealed(String session) {
        return sql.select(TRAINING_SESSION.KEY_ID, TRAINING_SESSION.SEALED)
                .from(TRAINING_SESSION)
                .where(TRAINING_SESSION.SCHOOL.eq(school))
                .and(TRAINING_SESSION.ID.eq(session))
                .fetchOptional(Records.mapping(Sealed::new));
    }

    /// Makes a session count for nothing.
    ///
    /// @return false if it was withdrawn already
    public boolean withdraw(String session, Sealed why, String by, Instant at) {
        return sql.insertInto(TRAINING_SESSION_WITHDRAWAL)
                        .set(TRAINING_SESSION_WITHDRAWAL.ID, UUID.randomUUID().toString())
                        .set(TRAINING_SESSION_WITHDRAWAL.SESSION, session)
                        .set(TRAINING_SESSION_WITHDRAWAL.SCHOOL, school)
                        .set(TRAINING_SESSION_WITHDRAWAL.KEY_ID, why.keyId())
                        .set(TRAINING_SESSION_WITHDRAWAL.SEALED, why.sealed())
                        .set(TRAINING_SESSION_WITHDRAWAL.WITHDRAWN_BY, by)
                        .set(TRAINING_SESSION_WITHDRAWAL.WITHDRAWN_AT, at)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}
