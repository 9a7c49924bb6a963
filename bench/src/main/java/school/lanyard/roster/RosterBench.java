// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster;

import static school.lanyard.database.schema.Tables.SCHOOL;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGeneratorFactory;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Packs;
import school.lanyard.database.DataHome;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.mail.Outbox;
import school.lanyard.people.AccessRequests;
import school.lanyard.people.Accounts;
import school.lanyard.people.Appointments;
import school.lanyard.people.Births;
import school.lanyard.people.Classes;
import school.lanyard.people.Guardians;
import school.lanyard.people.Identifiers;
import school.lanyard.people.Passwords;
import school.lanyard.people.People;
import school.lanyard.people.Posts;
import school.lanyard.people.Sessions;
import school.lanyard.policy.Editions;
import school.lanyard.roster.file.RosterFile;
import school.lanyard.sealing.Seals;

/// A trust's file: how fast it is read, beside the least that reading it can cost (its lines cut at
/// commas), planned, applied to an empty school and planned again, and how much memory it took.
///
/// ```
/// java -Xmx512m -cp 'bench/target/lanyard-bench.jar:bench/target/lib/*' school.lanyard.roster.RosterBench [ROWS]
/// ```
public final class RosterBench {

    private static final int TRUST = 50_000;
    private static final double NANOS = 1e9;
    private static final Actor OFFICE = Actor.commandLine();

    private RosterBench() {}

    public static void main(String... arguments) throws IOException {
        var rows = arguments.length == 0 ? TRUST : Integer.parseInt(arguments[0]);
        var file = file(rows);
        System.out.printf("%,d rows, %,d bytes%n", rows, file.length);
        for (int round = 0; round < 3; round++) {
            timed("floor: lines cut at commas", rows, () -> cut(file));
        }
        var columns = school.lanyard.roster.file.Columns.guess(file).columns();
        var today = LocalDate.of(2026, 9, 14);
        for (int round = 0; round < 3; round++) {
            timed("read", rows, () -> RosterFile.read(file, columns, today).entries().size());
        }
        var directory = Files.createTempDirectory(Path.of("bench/target"), "roster");
        try {
            applied(file, rows, directory);
        } finally {
            try (var files = Files.walk(directory)) {
                for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static void applied(byte[] file, int rows, Path directory) {
        var home = DataHome.of(directory, null, null);
        var clock = Clock.systemUTC();
        try (var database = Database.open(home.database());
                var seals = Seals.open(home.keyStoreFile(), home.masterKeyFile(), clock)) {
            var ledger = new Ledger(database, seals);
            var editions = new Editions(database, ledger, clock);
            var school = school(database, seals, editions);
            var imports = imports(database, seals, ledger, editions, clock);
            var id = begun(imports, school, file);
            var plan =
                    timed("planned", rows, () -> imports.dryRun(school, id, OFFICE).orElseThrow())
                            .plan();
            timed(
                    "applied",
                    rows,
                    () ->
                            imports.apply(
                                    school,
                                    OFFICE,
                                    id,
                                    new Imports.Consent(plan.print(), null, false)));
            var again = begun(imports, school, file);
            timed(
                    "planned again, with everybody there",
                    rows,
                    () -> imports.dryRun(school, again, OFFICE).orElseThrow());
        }
    }

    private static String begun(Imports imports, String school, byte[] file) {
        var id = imports.begin(school, OFFICE, file);
        imports.say(
                school, OFFICE, id, imports.columns(school, id, OFFICE).orElseThrow().columns());
        return id;
    }

    private static String school(Database database, Seals seals, Editions editions) {
        var school = UUID.randomUUID().toString();
        seals.foundSchool(school);
        var pack = ((Loaded.Sound) Packs.in(Path.of("packs")).load("starter")).pack();
        database.found(
                school,
                tx -> {
                    tx.sql()
                            .insertInto(SCHOOL)
                            .set(SCHOOL.ID, school)
                            .set(SCHOOL.NAME, "Bench")
                            .set(SCHOOL.INVENTED, true)
                            .set(SCHOOL.CREATED_AT, Clock.systemUTC().instant())
                            .execute();
                    return editions.publish(tx, Actor.LANYARD, pack, LocalDate.of(2026, 9, 1));
                });
        return school;
    }

    private static Imports imports(
            Database database, Seals seals, Ledger ledger, Editions editions, Clock clock) {
        var people = new People(database, seals, ledger, clock);
        var posts = new Posts(new Appointments(database), editions, ledger, clock);
        var outbox = new Outbox(database, clock);
        var accounts =
                new Accounts(
                        database,
                        seals,
                        ledger,
                        outbox,
                        new Passwords(),
                        people,
                        new Sessions(clock),
                        clock);
        return new Imports(
                database,
                seals,
                ledger,
                people,
                new Births(database, seals, ledger, people),
                new Classes(database, seals, ledger, people),
                new Guardians(database, ledger),
                new Identifiers(database, seals, ledger, people),
                new AccessRequests(database, seals, ledger, outbox, people, posts, accounts, clock),
                clock);
    }

    /// Invented children, the same from every run.
    private static byte[] file(int rows) {
        var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        var text = new StringBuilder("UPN,Forename,Surname,DOB,Year,Reg\n");
        for (int i = 0; i < rows; i++) {
            var year = 1 + chance.nextInt(6);
            text.append(
                    "A%012d,Name%d,Family%d,%d/%d/%d,%d,%d%c%d\n"
                            .formatted(
                                    i,
                                    chance.nextInt(2_000),
                                    chance.nextInt(9_000),
                                    1 + chance.nextInt(28),
                                    1 + chance.nextInt(12),
                                    2021 - year,
                                    year,
                                    year,
                                    'A' + chance.nextInt(4),
                                    chance.nextInt(70)));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static int cut(byte[] file) {
        var cells = 0;
        for (var line : new String(file, StandardCharsets.UTF_8).split("\n", -1)) {
            cells += line.split(",", -1).length;
        }
        return cells;
    }

    private static <T> T timed(String what, int rows, Supplier<T> work) {
        System.gc();
        var pools =
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(each -> each.getType() == MemoryType.HEAP)
                        .toList();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        var began = System.nanoTime();
        var done = work.get();
        var seconds = (System.nanoTime() - began) / NANOS;
        var peak = pools.stream().mapToLong(each -> each.getPeakUsage().getUsed()).sum();
        System.out.printf(
                "%-38s %8.2f s  %,10.0f rows/s  %,6d MiB at the most%n",
                what, seconds, rows / seconds, peak >> 20);
        return done;
    }
}
