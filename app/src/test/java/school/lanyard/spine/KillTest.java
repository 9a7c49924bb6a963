// SPDX-License-Identifier: Apache-2.0
package school.lanyard.spine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import school.lanyard.backup.store.KeyReferences;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.database.DatabasePlace;
import school.lanyard.ledger.Ledgers;
import school.lanyard.ledger.Recorded;
import school.lanyard.people.Known;
import school.lanyard.people.People;
import school.lanyard.sealing.KeyStates;
import school.lanyard.testing.Engine;
import school.lanyard.testing.House;

/// A process that writes is killed at a random moment, again and again, on the same data.
class KillTest {

    @TempDir Path directory;

    @Test
    void ten_kills_lose_nothing_that_was_acknowledged() throws Exception {
        kill(10, 20_261_121);
    }

    @Test
    @Tag("drill")
    void a_hundred_kills_lose_nothing_that_was_acknowledged() throws Exception {
        kill(Integer.getInteger("lanyard.kills", 100), System.nanoTime());
    }

    private void kill(int times, long seed) throws Exception {
        String school;
        try (var house = House.fresh(Engine.SQLITE, directory)) {
            school = house.school();
        }
        var random = new Random(seed);
        var acknowledged = new ArrayList<String>();
        for (var round = 1; round <= times; round++) {
            var before = acknowledged.size();
            acknowledged.addAll(killedAfter(random.nextInt(150), school));
            var where = "seed " + seed + ", round " + round;
            assertThat(acknowledged).as(where).hasSizeGreaterThan(before);
            assertAllThere(acknowledged, school, where);
        }
    }

    /// Everything it had said was done. The time counts from its first word, for only then is it at
    /// work.
    private List<String> killedAfter(int millis, String school) throws Exception {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx256m",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                Busy.class.getName(),
                                directory.toString(),
                                school)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var said = new ArrayList<String>();
            said.add(out.readLine());
            Thread.sleep(millis);
            // Not the process's own way, which closes the pipe and loses what it had said.
            process.toHandle().destroyForcibly();
            rest(out, said);
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            return said;
        } finally {
            process.destroyForcibly();
        }
    }

    /// The last line may be cut; what was not said whole was not acknowledged.
    private static void rest(BufferedReader out, List<String> said) throws IOException {
        var text = new StringBuilder();
        for (int read = out.read(); read >= 0; read = out.read()) {
            text.append((char) read);
        }
        var whole = text.lastIndexOf("\n");
        if (whole > 0) {
            said.addAll(text.substring(0, whole).lines().toList());
        }
    }

    private void assertAllThere(List<String> acknowledged, String school, String where)
            throws SQLException {
        try (var house = House.reopened(Engine.SQLITE.home(directory), school)) {
            var ledger = Ledgers.of(house.database(), house.seals());
            assertSound(house, where);
            assertThat(ledger.verify(school)).as(where).isInstanceOf(Verdict.Whole.class);
            assertThat(missingKeys(house)).as(where).isEmpty();
            var people =
                    new People(house.database(), house.seals(), ledger, () -> House.NINE)
                            .directory(school);
            for (var line : acknowledged) {
                var ids = line.split(" ");
                assertThat(people.find(ids[1]).map(Known::name)).as(where).contains(ids[0]);
            }
            var last = acknowledged.getLast().split(" ")[0];
            assertThat(ledger.about(school, last, "case."))
                    .as(where)
                    .extracting(Recorded::content)
                    .containsExactly(last);
        }
    }

    private static Set<String> missingKeys(House house) {
        var missing = new HashSet<>(house.database().read(KeyReferences::all));
        missing.removeAll(KeyStates.of(house.home().keyStoreFile()).live());
        return missing;
    }

    private static void assertSound(House house, String where) throws SQLException {
        var file = ((DatabasePlace.SqliteFile) house.home().database()).file();
        for (var each : List.of(file, house.home().keyStoreFile())) {
            try (var raw = DriverManager.getConnection("jdbc:sqlite:" + each);
                    var statement = raw.createStatement();
                    var rows = statement.executeQuery("pragma integrity_check")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).as(where).isEqualTo("ok");
            }
        }
    }
}
