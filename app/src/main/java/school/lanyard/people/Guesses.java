// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import school.lanyard.database.Database;
import school.lanyard.people.store.GuessRows;
import school.lanyard.sealing.Seals;

/// Counts guesses, so that nobody gets many. A guess is counted before it is looked at, which holds
/// also for guesses made all at once; a right one is taken back.
@Component
public final class Guesses {

    private static final Duration KEPT = Duration.ofDays(1);

    /// What is guessed, how often, and in what time.
    public enum At {
        /// At one address from one place: each wrong try after the third doubles the wait.
        PASSWORD(3, Duration.ofHours(1), Duration.ofSeconds(5), Duration.ofMinutes(5)),
        /// At one address by everybody who has not signed in with it from that browser before. It
        /// is what the cyber standard asks for; a browser that is known is not held up by it.
        ADDRESS(10, Duration.ofMinutes(5)),
        CODE(10, Duration.ofHours(1)),
        /// From one network address: a whole school may sit behind one.
        NETWORK(100, Duration.ofMinutes(5)),
        /// Mails asked for with somebody's address.
        RESET(5, Duration.ofHours(1));

        private final int most;
        private final Duration within;
        private final Duration firstWait;
        private final Duration longestWait;

        At(int most, Duration within) {
            this(most, within, within, within);
        }

        At(int most, Duration within, Duration firstWait, Duration longestWait) {
            this.most = most;
            this.within = within;
            this.firstWait = firstWait;
            this.longestWait = longestWait;
        }

        /// Whether another may be made now, after those of late, newest first.
        private boolean allows(List<Instant> late, Instant now) {
            if (late.size() < most) {
                return true;
            }
            return !firstWait.equals(longestWait)
                    && !now.isBefore(late.getFirst().plus(waitAfter(late.size())));
        }

        private Duration waitAfter(int tries) {
            var wait = firstWait;
            for (int i = most; i < tries && wait.compareTo(longestWait) < 0; i++) {
                wait = wait.multipliedBy(2);
            }
            return wait.compareTo(longestWait) < 0 ? wait : longestWait;
        }
    }

    private final Database database;
    private final Seals seals;
    private final InstantSource clock;

    public Guesses(Database database, Seals seals, InstantSource clock) {
        this.database = database;
        this.seals = seals;
        this.clock = clock;
    }

    /// Takes one guess, unless there were too many lately.
    public boolean take(String school, At at, String value) {
        var print = print(school, at, value);
        var now = clock.instant();
        return database.write(
                school,
                tx -> {
                    var rows = new GuessRows(tx.sql(), school);
                    if (!at.allows(rows.since(print, now.minus(at.within)), now)) {
                        return false;
                    }
                    rows.deleteBefore(now.minus(KEPT));
                    rows.insert(print, now);
                    return true;
                });
    }

    /// Forgets the guesses at something, once it was given rightly.
    public void forget(String school, At at, String value) {
        var print = print(school, at, value);
        database.change(school, tx -> new GuessRows(tx.sql(), school).delete(print));
    }

    /// Takes one guess back that turned out to be right, leaving the others.
    public void giveBack(String school, At at, String value) {
        var print = print(school, at, value);
        database.change(school, tx -> new GuessRows(tx.sql(), school).deleteNewest(print));
    }

    private String print(String school, At at, String value) {
        return seals.print(school, "guess-" + at.name().toLowerCase(Locale.ROOT), value);
    }
}
