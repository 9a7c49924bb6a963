// SPDX-License-Identifier: Apache-2.0
package school.lanyard.ledger;

import static school.lanyard.database.schema.Tables.SCHOOL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import school.lanyard.database.DataHome;
import school.lanyard.database.Database;
import school.lanyard.sealing.KeyKind;
import school.lanyard.sealing.Seals;

/// What a change costs that is sealed, chained and on disk when it is acknowledged, beside the
/// least that a change on disk can cost: one bare row in SQLite with the same pragmas on the same
/// disk.
///
/// Look at the medians: means belong to whoever shares the machine.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dorg.jooq.no-logo=true",
            "-Dorg.jooq.no-tips=true"
        })
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CommitBench {

    private static final Instant NINE = Instant.parse("2026-09-14T08:00:00Z");
    private static final String WORDS = "What was seen and said, in some length. ".repeat(12);

    private Path directory;
    private Database database;
    private Seals seals;
    private Ledger ledger;
    private String key;
    private final String school = UUID.randomUUID().toString();

    private Connection bare;
    private PreparedStatement insert;

    @Setup
    public void open() throws IOException, SQLException {
        directory = Files.createTempDirectory(Path.of("bench/target"), "commit");
        var home = DataHome.of(directory, null, null);
        database = Database.open(home.database());
        seals = Seals.open(home.keyStoreFile(), home.masterKeyFile(), () -> NINE);
        ledger = new Ledger(database, seals);
        seals.foundSchool(school);
        database.found(
                school,
                tx ->
                        tx.sql()
                                .insertInto(SCHOOL)
                                .set(SCHOOL.ID, school)
                                .set(SCHOOL.NAME, "Bench")
                                .set(SCHOOL.INVENTED, true)
                                .set(SCHOOL.CREATED_AT, NINE)
                                .execute());
        key = seals.newKey(school, KeyKind.CASE);
        openBare();
    }

    private void openBare() throws SQLException {
        var settings = new Properties();
        settings.setProperty("journal_mode", "WAL");
        settings.setProperty("synchronous", "FULL");
        settings.setProperty("transaction_mode", "IMMEDIATE");
        bare = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("bare.db"), settings);
        try (var statement = bare.createStatement()) {
            statement.execute("create table note (id integer primary key, words text)");
        }
        bare.setAutoCommit(false);
        insert = bare.prepareStatement("insert into note (words) values (?)");
    }

    @TearDown
    public void close() throws IOException, SQLException {
        bare.close();
        database.close();
        seals.close();
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// Most recent, median: Xeon, 2 cores shared with other builds (load 11), JDK 25.0.3: 4,698
    /// us/op.
    @Benchmark
    public void sealed_and_chained() {
        database.change(
                school,
                tx ->
                        ledger.enter(
                                tx,
                                Note.of(NINE, Actor.LANYARD, "case.noted", "case")
                                        .with(key, WORDS)));
    }

    /// Most recent, median of the same run: 122 us/op.
    @Benchmark
    public int floor_is_one_bare_row() throws SQLException {
        insert.setString(1, WORDS);
        var rows = insert.executeUpdate();
        bare.commit();
        return rows;
    }
}
