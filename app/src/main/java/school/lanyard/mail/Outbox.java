// SPDX-License-Identifier: Apache-2.0
package school.lanyard.mail;

import static school.lanyard.database.schema.Tables.OUTBOX;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;

/// Mail that waits to be sent. It is queued in the transaction of what it is about, so that neither
/// is ever there without the other.
@Service
public final class Outbox {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int DOUBLINGS = 7;
    private static final int AT_ONCE = 50;

    /// A mail that is due.
    record Letter(String id, String school, String person, String kind, String link, int tries) {}

    /// How the outbox of a school stands.
    ///
    /// @param since when the oldest that waits was queued; absent where none waits
    /// @param failing whether any of them was tried in vain
    public record Standing(int waiting, @Nullable Instant since, boolean failing) {}

    private final Database database;
    private final InstantSource clock;
    private volatile Runnable nudge = () -> {};

    public Outbox(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Queues a mail to somebody of the transaction's school.
    ///
    /// @param link a path on this server that gives nothing away, such as `/sign-in`
    public void queue(Tx tx, String person, MailKind kind, String link) {
        var now = clock.instant();
        tx.sql()
                .insertInto(OUTBOX)
                .set(OUTBOX.ID, UUID.randomUUID().toString())
                .set(OUTBOX.SCHOOL, tx.school())
                .set(OUTBOX.PERSON, person)
                .set(OUTBOX.KIND, kind.stored())
                .set(OUTBOX.LINK, link)
                .set(OUTBOX.QUEUED_AT, now)
                .set(OUTBOX.NEXT_TRY_AT, now)
                .set(OUTBOX.TRIES, 0)
                .execute();
        tx.afterCommit(() -> nudge.run());
    }

    /// What of a school's mail has not gone out yet, to be shown to those who run the system.
    public Standing standing(String school) {
        return database.read(sql -> {
            var rows =
                    sql.select(OUTBOX.QUEUED_AT, OUTBOX.TRIES)
                            .from(OUTBOX)
                            .where(OUTBOX.SCHOOL.eq(school))
                            .and(waiting())
                            .orderBy(OUTBOX.QUEUED_AT)
                            .fetch();
            return new Standing(
                    rows.size(),
                    rows.isEmpty() ? null : rows.getFirst().value1(),
                    rows.stream().anyMatch(row -> row.value2() > 0));
        });
    }

    void onQueued(Runnable action) {
        nudge = action;
    }

    List<Letter> due() {
        return database.read(sql ->
                sql.select(
                                OUTBOX.ID,
                                OUTBOX.SCHOOL,
                                OUTBOX.PERSON,
                                OUTBOX.KIND,
                                OUTBOX.LINK,
                                OUTBOX.TRIES)
                        .from(OUTBOX)
                        .where(waiting())
                        .and(OUTBOX.NEXT_TRY_AT.le(clock.instant()))
                        .orderBy(OUTBOX.NEXT_TRY_AT, OUTBOX.ID)
                        .limit(AT_ONCE)
                        .fetch(Records.mapping(Letter::new)));
    }

    void sent(Letter letter) {
        database.change(
                letter.school(),
                tx ->
                        tx.sql()
                                .update(OUTBOX)
                                .set(OUTBOX.SENT_AT, clock.instant())
                                .where(OUTBOX.ID.eq(letter.id()))
                                .execute());
    }

    void dropped(Letter letter) {
        database.change(
                letter.school(),
                tx ->
                        tx.sql()
                                .update(OUTBOX)
                                .set(OUTBOX.DROPPED_AT, clock.instant())
                                .where(OUTBOX.ID.eq(letter.id()))
                                .execute());
    }

    void tryLater(Letter letter) {
        database.change(
                letter.school(),
                tx ->
                        tx.sql()
                                .update(OUTBOX)
                                .set(OUTBOX.TRIES, letter.tries() + 1)
                                .set(
                                        OUTBOX.NEXT_TRY_AT,
                                        clock.instant().plus(waitAfter(letter.tries())))
                                .where(OUTBOX.ID.eq(letter.id()))
                                .execute());
    }

    static Duration waitAfter(int tries) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries, DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static Condition waiting() {
        return OUTBOX.SENT_AT.isNull().and(OUTBOX.DROPPED_AT.isNull());
    }
}
