// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import static school.lanyard.database.schema.Tables.SIGN_IN_FAILURE;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import school.lanyard.database.Database;
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
                    var sql = tx.sql();
                    var lately =
                            sql.fetchCount(
                                    SIGN_IN_FAILURE,
                                    SIGN_IN_FAILURE
                                            .SCHOOL
                                            .eq(school)
                                            .and(SIGN_IN_FAILURE.PRINT.eq(print))
                                            .and(
                                                    SIGN_IN_FAILURE.FAILED_AT.gt(
                                                            now.minus(at.within))));
                    if (lately >= at.most) {
                        return false;
                    }
                    sql.deleteFrom(SIGN_IN_FAILURE)
                            .where(SIGN_IN_FAILURE.SCHOOL.eq(school))
                            .and(SIGN_IN_FAILURE.FAILED_AT.lt(now.minus(KEPT)))
                            .execute();
                    sql.insertInto(SIGN_IN_FAILURE)
                            .set(SIGN_IN_FAILURE.ID, UUID.randomUUID().toString())
                            .set(SIGN_IN_FAILURE.SCHOOL, school)
                            .set(SIGN_IN_FAILURE.PRINT, print)
                            .set(SIGN_IN_FAILURE.FAILED_AT, now)
                            .execute();
                    return true;
                });
    }

    /// Forgets the guesses at something, once it was given rightly.
    public void forget(String school, At at, String value) {
        var print = print(school, at, value);
        database.change(
                school,
                tx ->
                        tx.sql()
                                .deleteFrom(SIGN_IN_FAILURE)
                                .where(SIGN_IN_FAILURE.SCHOOL.eq(school))
                                .and(SIGN_IN_FAILURE.PRINT.eq(print))
                                .execute());
    }

    /// Takes one guess back that turned out to be right, leaving the others.
    public void giveBack(String school, At at, String value) {
        var print = print(school, at, value);
        database.change(
                school,
                tx -> {
                    var newest =
                            tx.sql()
                                    .select(SIGN_IN_FAILURE.ID)
                                    .from(SIGN_IN_FAILURE)
                                    .where(SIGN_IN_FAILURE.SCHOOL.eq(school))
                                    .and(SIGN_IN_FAILURE.PRINT.eq(print))
                                    .orderBy(SIGN_IN_FAILURE.FAILED_AT.desc())
                                    .limit(1)
                                    .fetchOne(SIGN_IN_FAILURE.ID);
                    if (newest != null) {
                        tx.sql()
                                .deleteFrom(SIGN_IN_FAILURE)
                                .where(SIGN_IN_FAILURE.ID.eq(newest))
                                .execute();
                    }
                });
    }

    private String print(String school, At at, String value) {
        return seals.print(school, "guess-" + at.name().toLowerCase(Locale.ROOT), value);
    }
}
