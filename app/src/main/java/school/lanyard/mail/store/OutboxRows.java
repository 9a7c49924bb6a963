// SPDX-License-Identifier: Apache-2.0
package school.lanyard.mail.store;

import static school.lanyard.database.schema.Tables.OUTBOX;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;

/// Mail that waits.
public final class OutboxRows {

    /// A mail that is due.
    public record Letter(
            String id, String school, String person, String kind, String link, int tries) {}

    /// A mail that has not gone out.
    public record Waiting(Instant queuedAt, int tries) {}

    /// What mails of one sort say and lead to.
    public record Sort(String kind, String link) {}

    private final DSLContext sql;

    public OutboxRows(DSLContext sql) {
        this.sql = sql;
    }

    public void insert(String school, String person, String kind, String link, Instant at) {
        sql.insertInto(OUTBOX)
                .set(OUTBOX.ID, UUID.randomUUID().toString())
                .set(OUTBOX.SCHOOL, school)
                .set(OUTBOX.PERSON, person)
                .set(OUTBOX.KIND, kind)
                .set(OUTBOX.LINK, link)
                .set(OUTBOX.QUEUED_AT, at)
                .set(OUTBOX.NEXT_TRY_AT, at)
                .set(OUTBOX.TRIES, 0)
                .execute();
    }

    /// Of one school, oldest first.
    public List<Waiting> waiting(String school) {
        return sql.select(OUTBOX.QUEUED_AT, OUTBOX.TRIES)
                .from(OUTBOX)
                .where(OUTBOX.SCHOOL.eq(school))
                .and(waiting())
                .orderBy(OUTBOX.QUEUED_AT)
                .fetch(Records.mapping(Waiting::new));
    }

    /// The sorts of mail that one school ever queued.
    public List<Sort> kinds(String school) {
        return sql.selectDistinct(OUTBOX.KIND, OUTBOX.LINK)
                .from(OUTBOX)
                .where(OUTBOX.SCHOOL.eq(school))
                .fetch(Records.mapping(Sort::new));
    }

    /// Of every school, the longest due first.
    public List<Letter> due(Instant now, int most) {
        return sql.select(
                        OUTBOX.ID,
                        OUTBOX.SCHOOL,
                        OUTBOX.PERSON,
                        OUTBOX.KIND,
                        OUTBOX.LINK,
                        OUTBOX.TRIES)
                .from(OUTBOX)
                .where(waiting())
                .and(OUTBOX.NEXT_TRY_AT.le(now))
                .orderBy(OUTBOX.NEXT_TRY_AT, OUTBOX.ID)
                .limit(most)
                .fetch(Records.mapping(Letter::new));
    }

    public void sent(String id, Instant at) {
        sql.update(OUTBOX).set(OUTBOX.SENT_AT, at).where(OUTBOX.ID.eq(id)).execute();
    }

    public void dropped(String id, Instant at) {
        sql.update(OUTBOX).set(OUTBOX.DROPPED_AT, at).where(OUTBOX.ID.eq(id)).execute();
    }

    /// Every mail of one school that waits.
    public void giveUp(String school, Instant at) {
        sql.update(OUTBOX)
                .set(OUTBOX.DROPPED_AT, at)
                .where(OUTBOX.SCHOOL.eq(school))
                .and(waiting())
                .execute();
    }

    public void tried(String id, int tries, Instant next) {
        sql.update(OUTBOX)
                .set(OUTBOX.TRIES, tries)
                .set(OUTBOX.NEXT_TRY_AT, next)
                .where(OUTBOX.ID.eq(id))
                .execute();
    }

    private static Condition waiting() {
        return OUTBOX.SENT_AT.isNull().and(OUTBOX.DROPPED_AT.isNull());
    }
}
