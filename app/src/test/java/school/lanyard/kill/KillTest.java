// SPDX-License-Identifier: Apache-2.0
package school.lanyard.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.database.schema.Tables.CASE_FILE;
import static school.lanyard.database.schema.Tables.CASE_ROUTE;
import static school.lanyard.database.schema.Tables.CONCERN;
import static school.lanyard.database.schema.Tables.CONCERN_DRAFT;
import static school.lanyard.testing.Visiting.hidden;
import static school.lanyard.testing.Visiting.location;
import static school.lanyard.testing.Visiting.with;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.database.DataHome;
import school.lanyard.database.Database;
import school.lanyard.ledger.Ledgers;
import school.lanyard.sealing.Seals;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Staffroom;
import school.lanyard.testing.Visiting;
import school.lanyard.testing.Willow;

/// Whatever moment the server is killed at: every acknowledged report is there exactly once, none
/// is there by halves, and the ledger verifies.
class KillTest {

    private static final int THREADS = 4;
    private static final int LONGEST_RUN_MILLIS = 1500;
    private static final Pattern REFERENCE =
            Pattern.compile("<strong>([A-Z0-9]{4}-[A-Z0-9]{4})</strong>");

    @Test
    void ten_kills_lose_nothing(@TempDir Path scratch) throws Exception {
        campaign(scratch, Integer.getInteger("lanyard.kills.quick", 10), 1);
    }

    @Test
    @Tag("drill")
    void a_hundred_kills_lose_nothing(@TempDir Path scratch) throws Exception {
        campaign(scratch, Integer.getInteger("lanyard.kills", 100), 2);
    }

    /// A receipt that a reporter was shown, by the draft that it was for.
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    private void campaign(Path scratch, int kills, long seed) throws Exception {
        var data = Files.createDirectory(scratch.resolve("data"));
        String school;
        Uploading uploading;
        try (var seeded = Staffroom.start(Engine.SQLITE, data)) {
            school = seeded.willow().school();
            uploading = Uploading.into(seeded);
        }
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < kills; round++) {
            var server = KilledServer.start(data);
            try {
                sendUntilKilled(server, random, uploading);
            } finally {
                server.kill();
            }
            check(data, school, "seed " + seed + ", kill " + round, uploading);
        }
        assertThat(acknowledged).as("reports acknowledged in all").isNotEmpty();
    }

    private void sendUntilKilled(KilledServer server, RandomGenerator random, Uploading uploading)
            throws Exception {
        var threads = new ArrayList<Thread>();
        var handler = uploading.at(server.root());
        var reporter = Visiting.signedIn(server.root(), Willow.TEACHER);
        for (int i = 0; i < THREADS; i++) {
            threads.add(Thread.ofPlatform().start(() -> send(reporter)));
        }
        threads.add(Thread.ofPlatform().start(() -> uploading.send(handler)));
        Thread.sleep(200 + random.nextInt(LONGEST_RUN_MILLIS));
        server.kill();
        for (var thread : threads) {
            thread.join();
        }
    }

    private void send(Visiting reporter) {
        try {
            while (true) {
                var draft = location(reporter.get("/concerns/new"));
                var form = filled(reporter.get(draft).body());
                reporter.post(draft, with(form, "then", "keep"));
                if (reporter.post(draft, form).statusCode() == 303) {
                    var id = draft.substring(draft.lastIndexOf('/') + 1);
                    acknowledged.put(id, "");
                    var receipt = REFERENCE.matcher(reporter.get(draft).body());
                    if (receipt.find()) {
                        acknowledged.put(id, receipt.group(1));
                    }
                }
            }
        } catch (UncheckedIOException killed) {
            // As meant: what was not answered was not acknowledged.
        }
    }

    private void check(Path data, String school, String when, Uploading uploading) {
        var home = DataHome.of(data, null, null);
        try (var database = Database.open(home.database());
                var seals =
                        Seals.open(home.keyStoreFile(), home.masterKeyFile(), Clock.systemUTC())) {
            var stored = new ConcurrentHashMap<String, String>();
            database.<Boolean>read(sql -> {
                sql.select(CONCERN.DRAFT, CASE_FILE.REFERENCE)
                        .from(CONCERN)
                        .join(CASE_FILE)
                        .on(CASE_FILE.ID.eq(CONCERN.CASE_ID))
                        .forEach(row ->
                                assertThat(stored.put(row.value1(), row.value2()))
                                        .as("%s: stored twice", when)
                                        .isNull());
                return true;
            });
            acknowledged.forEach((draft, reference) -> {
                assertThat(stored).as("%s: lost", when).containsKey(draft);
                if (!reference.isEmpty()) {
                    assertThat(stored).as(when).containsEntry(draft, reference);
                }
            });
            assertThat(halfMade(database, stored.keySet(), uploading.incident()))
                    .as(when)
                    .isEmpty();
            uploading.check(database, seals, school, when);
            var ledger = Ledgers.of(database, seals);
            assertThat(ledger.verify(school)).as(when).isInstanceOf(Verdict.Whole.class);
            database.<List<String>>read(sql ->
                            sql.select(CONCERN.CASE_ID)
                                    .from(CONCERN)
                                    .where(CONCERN.CASE_ID.ne(uploading.concern()))
                                    .fetch(CONCERN.CASE_ID))
                    .forEach(id ->
                            assertThat(ledger.about(school, id, "concern.received"))
                                    .as("%s: its words open, once", when)
                                    .singleElement()
                                    .satisfies(entry ->
                                            assertThat(entry.opened()).contains("killing")));
        }
    }

    /// Cases without their concern or their route, and drafts that were sent and are still there.
    private static Set<String> halfMade(Database database, Set<String> sent, String incident) {
        var found = new HashSet<String>();
        database.<Boolean>read(sql -> {
            found.addAll(
                    sql.select(CASE_FILE.ID)
                            .from(CASE_FILE)
                            .where(
                                    DSL.notExists(
                                                    DSL.selectOne()
                                                            .from(CONCERN)
                                                            .where(
                                                                    CONCERN.CASE_ID.eq(
                                                                            CASE_FILE.ID)))
                                            .or(
                                                    DSL.notExists(
                                                            DSL.selectOne()
                                                                    .from(CASE_ROUTE)
                                                                    .where(
                                                                            CASE_ROUTE.CASE_ID.eq(
                                                                                    CASE_FILE
                                                                                            .ID)))))
                            .and(CASE_FILE.ID.ne(incident))
                            .fetch(CASE_FILE.ID));
            found.addAll(
                    sql.select(CONCERN_DRAFT.ID)
                            .from(CONCERN_DRAFT)
                            .where(CONCERN_DRAFT.ID.in(sent))
                            .fetch(CONCERN_DRAFT.ID));
            return true;
        });
        return found;
    }

    private static Map<String, List<String>> filled(String page) {
        LocalDate day = SchoolTime.day(Clock.systemUTC().instant());
        return with(
                hidden(page),
                "risk",
                "no",
                "about",
                "anything-else",
                "what",
                "Sent while somebody was killing the server.",
                "when-day",
                "" + day.getDayOfMonth(),
                "when-month",
                "" + day.getMonthValue(),
                "when-year",
                "" + day.getYear());
    }
}
