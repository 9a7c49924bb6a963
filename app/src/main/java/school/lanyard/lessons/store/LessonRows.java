// SPDX-License-Identifier: Apache-2.0
package school.lanyard.lessons.store;

import static school.lanyard.database.schema.Tables.LESSON;
import static school.lanyard.database.schema.Tables.LESSON_AUDIENCE;
import static school.lanyard.database.schema.Tables.LESSON_WITHDRAWAL;
import static school.lanyard.database.schema.Tables.PRACTICE_CHANGE;
import static school.lanyard.database.schema.Tables.PRACTICE_CHANGE_DONE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/// The rows of lessons and practice changes, their words sealed.
public final class LessonRows {

    /// A lesson's row.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Row(
            String id,
            String keyId,
            byte[] sealed,
            String publishedBy,
            Instant publishedAt,
            @Nullable Instant withdrawnAt) {}

    /// A practice change's row.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Change(
            String id,
            String owner,
            LocalDate due,
            String keyId,
            byte[] sealed,
            String setBy,
            Instant setAt,
            byte @Nullable [] doneSealed,
            @Nullable String doneBy,
            @Nullable Instant doneAt) {}

    private final DSLContext sql;
    private final String school;

    public LessonRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public void add(Row row, List<String> audiences) {
        sql.insertInto(LESSON)
                .set(LESSON.ID, row.id())
                .set(LESSON.SCHOOL, school)
                .set(LESSON.KEY_ID, row.keyId())
                .set(LESSON.SEALED, row.sealed())
                .set(LESSON.PUBLISHED_BY, row.publishedBy())
                .set(LESSON.PUBLISHED_AT, row.publishedAt())
                .execute();
        for (var audience : audiences) {
            sql.insertInto(LESSON_AUDIENCE)
                    .set(LESSON_AUDIENCE.LESSON, row.id())
                    .set(LESSON_AUDIENCE.SCHOOL, school)
                    .set(LESSON_AUDIENCE.AUDIENCE, audience)
                    .execute();
        }
    }

    /// Takes a lesson off every page.
    ///
    /// @return whether it stood until now
    public boolean withdraw(String lesson, String by, Instant at) {
        return sql.insertInto(LESSON_WITHDRAWAL)
                        .set(LESSON_WITHDRAWAL.LESSON, lesson)
                        .set(LESSON_WITHDRAWAL.SCHOOL, school)
                        .set(LESSON_WITHDRAWAL.WITHDRAWN_BY, by)
                        .set(LESSON_WITHDRAWAL.WITHDRAWN_AT, at)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /// A withdrawal as its row stands.
    public record Withdrawal(String lesson, String by, Instant at) {}

    /// Every withdrawal, to be compared with the ledger.
    public List<Withdrawal> withdrawals() {
        return sql.select(
                        LESSON_WITHDRAWAL.LESSON,
                        LESSON_WITHDRAWAL.WITHDRAWN_BY,
                        LESSON_WITHDRAWAL.WITHDRAWN_AT)
                .from(LESSON_WITHDRAWAL)
                .where(LESSON_WITHDRAWAL.SCHOOL.eq(school))
                .fetch(Records.mapping(Withdrawal::new));
    }

    /// Every lesson, the newest first.
    public List<Row> all() {
        return sql.select(
                        LESSON.ID,
                        LESSON.KEY_ID,
                        LESSON.SEALED,
                        LESSON.PUBLISHED_BY,
                        LESSON.PUBLISHED_AT,
                        LESSON_WITHDRAWAL.WITHDRAWN_AT)
                .from(LESSON)
                .leftJoin(LESSON_WITHDRAWAL)
                .on(LESSON_WITHDRAWAL.LESSON.eq(LESSON.ID))
                .where(LESSON.SCHOOL.eq(school))
                .orderBy(LESSON.PUBLISHED_AT.desc(), LESSON.ID)
                .fetch(Records.mapping(Row::new));
    }

    /// Whom each lesson is for.
    public Map<String, List<String>> audiences() {
        return sql.select(LESSON_AUDIENCE.LESSON, LESSON_AUDIENCE.AUDIENCE)
                .from(LESSON_AUDIENCE)
                .where(LESSON_AUDIENCE.SCHOOL.eq(school))
                .orderBy(LESSON_AUDIENCE.AUDIENCE)
                .fetchGroups(LESSON_AUDIENCE.LESSON, LESSON_AUDIENCE.AUDIENCE);
    }

    public void add(Change change) {
        sql.insertInto(PRACTICE_CHANGE)
                .set(PRACTICE_CHANGE.ID, change.id())
                .set(PRACTICE_CHANGE.SCHOOL, school)
                .set(PRACTICE_CHANGE.OWNER, change.owner())
                .set(PRACTICE_CHANGE.DUE_ON, change.due())
                .set(PRACTICE_CHANGE.KEY_ID, change.keyId())
                .set(PRACTICE_CHANGE.SEALED, change.sealed())
                .set(PRACTICE_CHANGE.SET_BY, change.setBy())
                .set(PRACTICE_CHANGE.SET_AT, change.setAt())
                .execute();
    }

    /// Records that a change was made.
    ///
    /// @return whether it was not done before
    public boolean done(String change, String keyId, byte[] sealed, String by, Instant at) {
        return sql.insertInto(PRACTICE_CHANGE_DONE)
                        .set(PRACTICE_CHANGE_DONE.ID, UUID.randomUUID().toString())
                        .set(PRACTICE_CHANGE_DONE.PRACTICE_CHANGE, change)
                        .set(PRACTICE_CHANGE_DONE.SCHOOL, school)
                        .set(PRACTICE_CHANGE_DONE.KEY_ID, keyId)
                        .set(PRACTICE_CHANGE_DONE.SEALED, sealed)
                        .set(PRACTICE_CHANGE_DONE.DONE_BY, by)
                        .set(PRACTICE_CHANGE_DONE.DONE_AT, at)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /// Every practice change, what is due first in front.
    public List<Change> changes() {
        return sql.select(
                        PRACTICE_CHANGE.ID,
                        PRACTICE_CHANGE.OWNER,
                        PRACTICE_CHANGE.DUE_ON,
                        PRACTICE_CHANGE.KEY_ID,
                        PRACTICE_CHANGE.SEALED,
                        PRACTICE_CHANGE.SET_BY,
                        PRACTICE_CHANGE.SET_AT,
                        PRACTICE_CHANGE_DONE.SEALED,
                        PRACTICE_CHANGE_DONE.DONE_BY,
                        PRACTICE_CHANGE_DONE.DONE_AT)
                .from(PRACTICE_CHANGE)
                .leftJoin(PRACTICE_CHANGE_DONE)
                .on(PRACTICE_CHANGE_DONE.PRACTICE_CHANGE.eq(PRACTICE_CHANGE.ID))
                .where(PRACTICE_CHANGE.SCHOOL.eq(school))
                .orderBy(PRACTICE_CHANGE.DUE_ON, PRACTICE_CHANGE.ID)
                .fetch(Records.mapping(Change::new));
    }
}
