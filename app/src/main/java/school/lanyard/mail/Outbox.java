// SPDX-License-Identifier: Apache-2.0
package school.lanyard.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.mail.store.OutboxRows;
import school.lanyard.mail.store.OutboxRows.Letter;

/// Mail that waits to be sent. It is queued in the transaction of what it is about, so that neither
/// is ever there without the other.
@Service
public final class Outbox {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int DOUBLINGS = 7;
    private static final int AT_ONCE = 50;

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
        new OutboxRows(tx.sql()).insert(tx.school(), person, kind.stored(), link, clock.instant());
        tx.afterCommit(() -> nudge.run());
    }

    /// What of a school's mail has not gone out yet, to be shown to those who run the system.
    public Standing standing(String school) {
        var waiting = database.read(sql -> new OutboxRows(sql).waiting(school));
        return new Standing(
                waiting.size(),
                waiting.isEmpty() ? null : waiting.getFirst().queuedAt(),
                waiting.stream().anyMatch(each -> each.tries() > 0));
    }

    /// Gives up on every mail of the school that waits, for good. For the past of an invented
    /// school, of which nobody is to be told.
    public void giveUp(Tx tx) {
        tx.sql()
                .update(OUTBOX)
                .set(OUTBOX.DROPPED_AT, clock.instant())
                .where(OUTBOX.SCHOOL.eq(tx.school()))
                .and(waiting())
                .execute();
    }

    void onQueued(Runnable action) {
        nudge = action;
    }

    List<Letter> due() {
        return database.read(sql -> new OutboxRows(sql).due(clock.instant(), AT_ONCE));
    }

    void sent(Letter letter) {
        database.change(
                letter.school(), tx -> new OutboxRows(tx.sql()).sent(letter.id(), clock.instant()));
    }

    void dropped(Letter letter) {
        database.change(
                letter.school(),
                tx -> new OutboxRows(tx.sql()).dropped(letter.id(), clock.instant()));
    }

    void tryLater(Letter letter) {
        var next = clock.instant().plus(waitAfter(letter.tries()));
        database.change(
                letter.school(),
                tx -> new OutboxRows(tx.sql()).tried(letter.id(), letter.tries() + 1, next));
    }

    static Duration waitAfter(int tries) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries, DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
