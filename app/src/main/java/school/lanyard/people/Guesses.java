// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.time.Duration;
import java.time.InstantSource;
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
        PASSWORD(10, Duration.ofMinutes(5)),
        CODE(10, Duration.ofHours(1)),
        /// From one network address: a whole school may sit behind one.
        NETWORK(100, Duration.ofMinutes(5)),
        /// Mails asked for with somebody's address.
        RESET(5, Duration.ofHours(1));

        private final int most;
        private final Duration within;

        At(int most, Duration within) {
            this.most = most;
            this.within = within;
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
                    if (rows.since(print, now.minus(at.within)) >= at.most) {
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
