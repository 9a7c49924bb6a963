// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static school.lanyard.testing.House.NINE;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import school.lanyard.core.ledger.Entry;
import school.lanyard.core.ledger.Hash;
import school.lanyard.core.ledger.Link;
import school.lanyard.database.DatabasePlace;
import school.lanyard.ledger.store.Entries;
import school.lanyard.testing.Engine;
import school.lanyard.testing.House;
import school.lanyard.testing.Told;

class LedgerVerifyCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int verify(String... args) {
        return CommandLines.of(new LedgerVerifyCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }

    /// Enters three things and returns the head after each.
    private static List<Hash> threeEntries(House house) {
        var heads = new ArrayList<Hash>();
        for (var action : List.of("one", "two", "three")) {
            house.database()
                    .change(
                            house.school(),
                            tx -> {
                                var entries = new Entries(tx.sql(), tx.school());
                                var head = entries.head();
                                var entry =
                                        new Entry(
                                                tx.school(),
                                                head.sequence() + 1,
                                                action,
                                                NINE.toEpochMilli(),
                                                "somebody",
                                                action,
                                                List.of("subject"),
                                                null,
                                                null);
                                var link = Link.after(head.hash(), entry);
                                entries.append(link);
                                heads.add(link.hash());
                            });
        }
        return heads;
    }

    @Nested
    @ParameterizedClass
    @EnumSource(Engine.class)
    class A_whole_ledger {

        @Parameter Engine engine;
        @TempDir Path directory;
        House house;
        List<Hash> heads;

        @BeforeEach
        void open() {
            house = House.fresh(engine, directory);
            heads = threeEntries(house);
        }

        @AfterEach
        void close() {
            house.close();
        }

        /// The database is open meanwhile, as it is under a running server.
        @Test
        void is_proved_with_its_head_while_a_server_runs() {
            assertThat(verify(where())).isZero();
            assertThat(out.toString())
                    .contains(house.school() + " whole: 3 entries, head " + heads.getLast().hex());
        }

        @Test
        void contains_a_head_printed_earlier() {
            assertThat(
                            verify(
                                    where(
                                            "--head",
                                            heads.getFirst()
                                                    .hex()
                                                    .toUpperCase(java.util.Locale.ROOT))))
                    .isZero();
        }

        @Test
        void does_not_contain_a_head_from_another_history() {
            assertThat(verify(where("--head", "ab".repeat(32)))).isEqualTo(1);
            assertThat(err.toString().lines())
                    .singleElement()
                    .asString()
                    .contains("history has been rewritten");
        }

        private String[] where(String... more) {
            var args = new ArrayList<>(List.of("--data", directory.toString()));
            if (house.home().database() instanceof DatabasePlace.Postgres(var url)) {
                args.addAll(List.of("--database", url));
            }
            args.addAll(List.of(more));
            return args.toArray(String[]::new);
        }
    }

    @Nested
    class A_ledger_that_somebody_changed {

        @TempDir Path directory;

        @BeforeEach
        void change_the_second_entry() throws SQLException {
            try (var house = House.fresh(Engine.SQLITE, directory)) {
                threeEntries(house);
            }
            try (var raw =
                            DriverManager.getConnection(
                                    "jdbc:sqlite:" + directory.resolve("lanyard.db"));
                    var statement = raw.createStatement()) {
                dropTriggers(raw);
                assertThat(
                                statement.executeUpdate(
                                        "update ledger_entry set actor = 'other' where seq = 2"))
                        .isOne();
            }
        }

        @Test
        void is_reported_at_the_entry_and_exits_one() {
            assertThat(verify("--data", directory.toString())).isEqualTo(1);
            assertThat(out.toString())
                    .contains("BROKEN at entry 2: an entry is not as it was written");
            assertThat(err.toString().lines())
                    .singleElement()
                    .asString()
                    .contains("The ledger is broken");
        }

        private static void dropTriggers(java.sql.Connection raw) throws SQLException {
            var names = new ArrayList<String>();
            try (var statement = raw.createStatement();
                    var rows =
                            statement.executeQuery(
                                    "select name from sqlite_master where type = 'trigger'")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            try (var statement = raw.createStatement()) {
                for (var name : names) {
                    statement.executeUpdate("drop trigger " + name);
                }
            }
        }
    }

    @Nested
    class A_file_that_is_no_database {

        @TempDir Path directory;

        @Test
        void is_named_in_one_plain_line() throws IOException {
            var file = directory.resolve("lanyard.db");
            var bytes = "no database, but long enough to be taken for one. ".repeat(100);
            Files.writeString(file, bytes);
            assertThat(verify("--data", directory.toString())).isEqualTo(1);
            assertThat(err.toString().lines())
                    .singleElement()
                    .asString()
                    .contains(file + " is not a database that can be read", "'lanyard restore'")
                    .doesNotContain("Exception", "SQLITE", "LANYARD_TRACE");
            assertThat(file).hasContent(bytes);
        }

        @Test
        void is_told_of_by_a_backup_in_the_same_words() throws IOException {
            var file = directory.resolve("lanyard.db");
            Files.writeString(file, "no database. ".repeat(1000));
            var told =
                    Told.by(
                            new BackupCommand(),
                            directory.resolve("copy").toString(),
                            "--data",
                            directory.toString());
            assertThat(told.exit()).isEqualTo(1);
            assertThat(told.err())
                    .contains(file + " is not a database")
                    .doesNotContain("LANYARD_TRACE");
        }
    }

    @Nested
    class A_file_that_is_no_key_store {

        @TempDir Path directory;

        @Test
        void is_named_in_one_plain_line_with_what_to_do() throws IOException {
            try (var house = House.fresh(Engine.SQLITE, directory)) {
                threeEntries(house);
            }
            var file = directory.resolve("keys/keys.db");
            var bytes = "no key store, but long enough to be taken for one. ".repeat(100);
            Files.writeString(file, bytes);
            assertThat(verify("--data", directory.toString())).isEqualTo(1);
            assertThat(err.toString().lines())
                    .singleElement()
                    .asString()
                    .contains(
                            file + " is not a key store that can be read", "'lanyard keys restore'")
                    .doesNotContain("Exception", "SQLITE", "LANYARD_TRACE");
            assertThat(file).hasContent(bytes);
        }
    }

    @Nested
    class Files_in_a_directory_that_everybody_may_read {

        @TempDir Path directory;

        @Test
        void are_for_their_owner_alone() throws IOException {
            var keys = Files.createDirectory(directory.resolve("keys"));
            allow(directory, "rwxr-xr-x");
            allow(keys, "rwxr-xr-x");
            try (var house = House.fresh(Engine.SQLITE, directory);
                    var _ = house.home().lock()) {
                threeEntries(house);
                for (var file : List.of("lanyard.db", "lanyard.db-wal", "lock", "keys/keys.db")) {
                    assertThat(allowed(directory.resolve(file))).as(file).isEqualTo("rw-------");
                }
                assertThat(allowed(keys)).isEqualTo("rwx------");
            }
        }

        @Test
        void are_closed_when_an_earlier_version_left_them_open() throws IOException {
            House.fresh(Engine.SQLITE, directory).close();
            var files = List.of(directory.resolve("lanyard.db"), directory.resolve("keys/keys.db"));
            for (var file : files) {
                allow(file, "rw-r--r--");
            }
            House.reopened(Engine.SQLITE.home(directory), "a-school").close();
            for (var file : files) {
                assertThat(allowed(file)).isEqualTo("rw-------");
            }
        }

        private static void allow(Path path, String permissions) throws IOException {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }

        private static String allowed(Path path) throws IOException {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        }
    }

    @Nested
    class Wrong_usage {

        @TempDir Path directory;

        @Test
        void names_a_directory_without_a_database_and_leaves_it_alone() {
            var nowhere = directory.resolve("nowhere");
            assertThat(verify("--data", nowhere.toString())).isEqualTo(2);
            assertThat(err.toString()).contains("There is no database at");
            assertThat(Files.exists(nowhere)).isFalse();
        }

        @Test
        void gives_a_head_that_is_not_one() {
            assertThat(verify("--data", directory.toString(), "--head", "abc")).isEqualTo(2);
            assertThat(err.toString()).contains("64 hexadecimal digits");
        }

        @Test
        void names_a_database_of_another_kind() {
            assertThat(verify("--database", "jdbc:other:x")).isEqualTo(2);
        }
    }
}
