// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance;

import static school.lanyard.database.schema.Tables.APPOINTMENT;
import static school.lanyard.database.schema.Tables.CONTROL_CHECK;
import static school.lanyard.database.schema.Tables.LEDGER_ENTRY;
import static school.lanyard.database.schema.Tables.LEDGER_SUBJECT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
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
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import school.lanyard.Server;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Control;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Packs;
import school.lanyard.database.Database;
import school.lanyard.ledger.Actor;
import school.lanyard.people.Accounts;
import school.lanyard.people.Membership;
import school.lanyard.people.NewPerson;
import school.lanyard.people.Passwords;
import school.lanyard.people.People;
import school.lanyard.people.Posts;
import school.lanyard.setup.Founding;

/// The page that says of 753 clauses whether they are kept, over ten years of daily self-checks,
/// appointments and the ledger entries of both, asked for by a browser; beside the least that the
/// same server takes to answer the same browser: its sign-in page, which asks no record.
///
/// Look at the medians: means belong to whoever shares the machine.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dorg.jooq.no-logo=true",
            "-Dorg.jooq.no-tips=true"
        })
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class AssuranceBench {

    private static final int CLAUSES = 753;
    private static final int DAYS = 3_650;
    private static final String PASSWORD = "otter violin gravel sunset";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final HttpClient stranger = HttpClient.newHttpClient();
    private Path directory;
    private ConfigurableApplicationContext server;
    private Assurance assurance;
    private String school;
    private String site;

    @Setup
    public void open() throws IOException, InterruptedException {
        directory = Files.createTempDirectory(Path.of("bench/target"), "assurance");
        server =
                new SpringApplicationBuilder(Server.class)
                        .run(
                                "--server.port=0",
                                "--lanyard.data=" + directory.resolve("data"),
                                "--lanyard.packs=packs",
                                "--lanyard.first-checks-after=1d",
                                "--logging.level.root=warn");
        site = "http://localhost:" + server.getEnvironment().getProperty("local.server.port");
        school =
                server.getBean(Founding.class)
                        .found(
                                "Bench",
                                pack(),
                                new Founding.FirstAdministrator(
                                        "Ada Holt", "admin@example.org", PASSWORD));
        assurance = server.getBean(Assurance.class);
        server.getBean(Database.class).change(school, tx -> tenYears(tx.sql()));
        governor();
        signIn();
        var picture = assurance.of(school, Instant.now()).orElseThrow();
        if (picture.clauses().size() != CLAUSES || !page("/assurance").contains("being kept?")) {
            throw new IllegalStateException("not the page that is to be measured");
        }
    }

    /// A school's pack with as many more clauses, each kept by a control, as make 753.
    private Pack pack() throws IOException {
        var packs = directory.resolve("packs");
        try (var files = Files.walk(Path.of("packs"))) {
            for (var file : files.toList()) {
                Files.copy(file, packs.resolve(Path.of("packs").relativize(file).toString()));
            }
        }
        var before = loaded(packs);
        var clauses = new StringBuilder();
        var ids = new StringBuilder();
        for (int i = before.clauses().size(); i < CLAUSES; i++) {
            clauses.append(
                    """
                    XX-%d: {section: %s, area: policy, kind: control, who: [staff], cadence: continuous, \
                    evidence: [measured], says: One more promise of the policy that the program keeps.}
                    """
                            .formatted(i, before.headings().keySet().iterator().next()));
            ids.append(ids.isEmpty() ? "" : ", ").append("XX-").append(i);
        }
        Files.writeString(packs.resolve("boughton-leigh/clauses/more.yaml"), clauses);
        var controls = packs.resolve("boughton-leigh/controls.yaml");
        Files.writeString(
                controls, Files.readString(controls) + "ledger: {clauses: [" + ids + "]}\n");
        return loaded(packs);
    }

    private static Pack loaded(Path packs) {
        return switch (Packs.in(packs).load("boughton-leigh")) {
            case Loaded.Sound(var pack) -> pack;
            case Loaded.Broken broken -> throw new IllegalStateException(broken.toString());
        };
    }

    /// Entered without a chain: this page reads the ledger and does not prove it.
    private void tenYears(DSLContext sql) {
        var person = UUID.randomUUID().toString();
        long seq = 1_000;
        for (int day = DAYS; day > 0; day--) {
            var at = Instant.now().minus(Duration.ofDays(day));
            for (var control : Control.values()) {
                var id = UUID.randomUUID().toString();
                sql.insertInto(CONTROL_CHECK)
                        .values(id, school, control.key(), at, true, "All is well.", 3L, "lanyard")
                        .execute();
                entry(sql, ++seq, at, "control.passed", id);
            }
            entry(sql, ++seq, at, "account.signed-in", person);
        }
        var pack = server.getBean(school.lanyard.policy.Editions.class).running(school).pack();
        for (var role : pack.roles().keySet()) {
            for (int year = 1; year <= 10; year++) {
                appointment(sql, role, LocalDate.now(SchoolTime.ZONE).minusYears(year));
            }
        }
    }

    private void entry(DSLContext sql, long seq, Instant at, String action, String subject) {
        sql.insertInto(LEDGER_ENTRY)
                .set(LEDGER_ENTRY.SCHOOL, school)
                .set(LEDGER_ENTRY.SEQ, seq)
                .set(LEDGER_ENTRY.ID, UUID.randomUUID().toString())
                .set(LEDGER_ENTRY.ENTERED_AT, at)
                .set(LEDGER_ENTRY.ACTOR, "lanyard")
                .set(LEDGER_ENTRY.ACTION, action)
                .set(LEDGER_ENTRY.PREVIOUS, "0".repeat(64))
                .set(LEDGER_ENTRY.HASH, "0".repeat(64))
                .execute();
        sql.insertInto(LEDGER_SUBJECT).values(school, subject, seq).execute();
    }

    private void appointment(DSLContext sql, String role, LocalDate from) {
        var person =
                sql.select(APPOINTMENT.PERSON)
                        .from(APPOINTMENT)
                        .where(APPOINTMENT.SCHOOL.eq(school))
                        .limit(1)
                        .fetchOne(APPOINTMENT.PERSON);
        sql.insertInto(APPOINTMENT)
                .set(APPOINTMENT.ID, UUID.randomUUID().toString())
                .set(APPOINTMENT.SCHOOL, school)
                .set(APPOINTMENT.PERSON, person)
                .set(APPOINTMENT.ROLE, role)
                .set(APPOINTMENT.FROM_ON, from)
                .set(APPOINTMENT.TO_ON, from.plusMonths(11))
                .set(APPOINTMENT.MADE_BY, "lanyard")
                .set(APPOINTMENT.MADE_AT, Instant.EPOCH)
                .execute();
    }

    private void governor() {
        var today = SchoolTime.day(server.getBean(InstantSource.class).instant());
        var hash = server.getBean(Passwords.class).hash(PASSWORD);
        server.getBean(Database.class)
                .change(
                        school,
                        tx -> {
                            var id =
                                    server.getBean(People.class)
                                            .add(
                                                    tx,
                                                    Actor.LANYARD,
                                                    NewPerson.named(
                                                            "Gwen Ashby",
                                                            Membership.since(today, "governor")));
                            server.getBean(Accounts.class)
                                    .seed(tx, Actor.LANYARD, id, "g@example.org", hash, null);
                            server.getBean(Posts.class)
                                    .make(tx, Actor.LANYARD, id, "governor", today, null, "made");
                        });
    }

    private void signIn() throws IOException, InterruptedException {
        var token = TOKEN.matcher(page("/sign-in"));
        if (!token.find()) {
            throw new IllegalStateException("no form to sign in with");
        }
        var form =
                "address=g%40example.org&password="
                        + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8)
                        + "&_csrf="
                        + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        browser.send(
                HttpRequest.newBuilder(URI.create(site + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private String page(String path) {
        return page(browser, path);
    }

    private String page(HttpClient client, String path) {
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create(site + path))
                                    .header("Accept", "text/html")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @TearDown
    public void close() throws IOException {
        server.close();
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// Most recent: see docs/bench.md.
    @Benchmark
    public String the_page() {
        return page("/assurance");
    }

    @Benchmark
    public Picture what_stands_behind_it() {
        return assurance.of(school, Instant.now()).orElseThrow();
    }

    @Benchmark
    public String floor_is_a_page_without_records() {
        return page(stranger, "/sign-in");
    }
}
