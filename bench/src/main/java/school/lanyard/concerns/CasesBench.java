// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.io.IOException;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import school.lanyard.Server;
import school.lanyard.core.calendar.SchoolTime;
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
import school.lanyard.people.Totp;
import school.lanyard.policy.Editions;
import school.lanyard.sealing.Seals;
import school.lanyard.setup.Founding;

/// What handlers wait for at a trust's ten years: the queue, an incident, its chronology, a child's
/// chronology and a search in sealed text, asked for over HTTP by many people at once, each of whom
/// reads for a while between two pages. Server and browsers share the machine.
///
/// ```
/// java -cp 'bench/target/lanyard-bench.jar:bench/target/lib/*' school.lanyard.concerns.CasesBench
///     [SCHOOLS] [INCIDENTS] [USERS] [SECONDS] [THINK-MILLIS]
/// ```
public final class CasesBench {

    private static final String PASSWORD = "otter violin gravel sunset";
    private static final int CHILDREN = 300;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration WARM = Duration.ofSeconds(20);

    private enum Page {
        QUEUE,
        INCIDENT,
        CHRONOLOGY,
        CHILD,
        SEARCH
    }

    /// A school with its cases, and its designated safeguarding lead.
    private record Filled(
            String school,
            String address,
            String totp,
            List<String> cases,
            List<String> children) {}

    private final ConfigurableApplicationContext server;
    private final String site;
    private final Map<Page, ConcurrentLinkedQueue<Long>> took = new EnumMap<>(Page.class);
    private final AtomicInteger failed = new AtomicInteger();

    private CasesBench(Path directory) {
        server =
                new SpringApplicationBuilder(Server.class)
                        .run(
                                "--server.port=0",
                                "--lanyard.data=" + directory,
                                "--lanyard.packs=packs",
                                "--lanyard.first-checks-after=1d",
                                "--logging.level.root=warn");
        site = "http://localhost:" + server.getEnvironment().getProperty("local.server.port");
        for (var page : Page.values()) {
            took.put(page, new ConcurrentLinkedQueue<>());
        }
    }

    /// Numbers, in the order of the usage above; what is left out is a trust's ten years.
    public static void main(String... arguments) throws IOException, InterruptedException {
        var numbers = new int[] {100, 100_000, 50, 60, 2_000};
        for (int i = 0; i < arguments.length; i++) {
            numbers[i] = Integer.parseInt(arguments[i]);
        }
        var directory = Files.createTempDirectory(Path.of("bench/target"), "cases");
        var bench = new CasesBench(directory);
        try {
            var schools = bench.fill(numbers[0], numbers[1] / numbers[0]);
            bench.run(schools, numbers[2], Duration.ofSeconds(numbers[3]), numbers[4]);
            bench.tell();
        } finally {
            bench.server.close();
            try (var files = Files.walk(directory)) {
                for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private List<Filled> fill(int schools, int incidents) {
        var began = System.nanoTime();
        var pack = ((Loaded.Sound) Packs.in(Path.of("packs")).load("boughton-leigh")).pack();
        var hash = server.getBean(Passwords.class).hash(PASSWORD);
        var filled = new ArrayList<Filled>();
        for (int i = 0; i < schools; i++) {
            filled.add(school(i, pack, hash, incidents));
            say("school %d of %d filled after %d s%n", i + 1, schools, seconds(began));
        }
        return filled;
    }

    private Filled school(int number, Pack pack, String hash, int incidents) {
        var database = server.getBean(Database.class);
        var people = server.getBean(People.class);
        var today = SchoolTime.day(server.getBean(InstantSource.class).instant());
        var school = UUID.randomUUID().toString();
        server.getBean(Seals.class).foundSchool(school);
        database.found(
                school,
                tx -> {
                    server.getBean(Founding.class).insert(tx, "School " + number, true);
                    return server.getBean(Editions.class).publish(tx, Actor.LANYARD, pack, today);
                });
        var address = "dsl" + number + "@example.org";
        var totp = Totp.newSecret();
        var staff =
                database.write(
                        school,
                        tx -> {
                            var ids =
                                    people.add(
                                            tx,
                                            Actor.LANYARD,
                                            List.of(
                                                    NewPerson.named(
                                                            "Diana Sharpe",
                                                            Membership.since(today, "staff")),
                                                    NewPerson.named(
                                                            "Tess Marlow",
                                                            Membership.since(today, "staff"))));
                            server.getBean(Accounts.class)
                                    .seed(tx, Actor.LANYARD, ids.getFirst(), address, hash, totp);
                            server.getBean(Posts.class)
                                    .make(
                                            tx,
                                            Actor.LANYARD,
                                            ids.getFirst(),
                                            "dsl",
                                            today,
                                            null,
                                            "made");
                            return ids;
                        });
        var pupils = new ArrayList<NewPerson>();
        for (int i = 0; i < CHILDREN; i++) {
            pupils.add(
                    NewPerson.named(
                            "Child " + TenYears.word(i), Membership.since(today, "learner")));
        }
        var children = database.write(school, tx -> people.add(tx, Actor.LANYARD, pupils));
        var edition = server.getBean(Editions.class).running(school);
        var cast =
                new TenYears.Cast(
                        school,
                        edition.id(),
                        edition.pack(),
                        staff.getFirst(),
                        staff.getLast(),
                        children);
        var cases =
                database.write(
                        school,
                        tx ->
                                new TenYears(server.getBean(Seals.class), cast, number)
                                        .fill(tx, incidents));
        return new Filled(school, address, totp, cases, children);
    }

    private void run(List<Filled> schools, int users, Duration measured, int think)
            throws InterruptedException {
        var visitors = new ArrayList<Visitor>();
        for (int i = 0; i < Math.min(users, schools.size()); i++) {
            visitors.add(new Visitor(schools.get(i), i));
        }
        visitors.forEach(Visitor::signIn);
        say("%d people signed in%n", visitors.size());
        var from = Instant.now().plus(WARM);
        var until = from.plus(measured);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var visitor : visitors) {
                var _ = threads.submit(() -> visitor.visit(from, until, think));
            }
        }
    }

    /// The lead of one school, with a browser, who knows their school's cases.
    private final class Visitor {

        private final Filled filled;
        private final RandomGenerator random;
        private final HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        private String token = "";

        Visitor(Filled filled, int seed) {
            this.filled = filled;
            this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        }

        void signIn() {
            ask("/sign-in", null);
            ask(
                    "/sign-in",
                    "school="
                            + filled.school()
                            + "&address="
                            + encoded(filled.address())
                            + "&password="
                            + encoded(PASSWORD));
            var code = Totp.code(filled.totp(), Instant.now());
            ask("/sign-in/code", "code=" + code);
            if (!ask("/incidents", null).contains("Open incidents")) {
                throw new IllegalStateException("not signed in");
            }
        }

        void visit(Instant from, Instant until, int think) {
            while (Instant.now().isBefore(until)) {
                var page = Page.values()[random.nextInt(Page.values().length)];
                var began = System.nanoTime();
                var right = open(page);
                var nanos = System.nanoTime() - began;
                if (Instant.now().isAfter(from)) {
                    Objects.requireNonNull(took.get(page)).add(nanos);
                    if (!right) {
                        failed.incrementAndGet();
                    }
                }
                LockSupport.parkNanos(random.nextLong(2L * think + 1) * 1_000_000);
            }
        }

        private boolean open(Page page) {
            var reference = filled.cases().get(random.nextInt(filled.cases().size()));
            var child = filled.children().get(random.nextInt(filled.children().size()));
            return switch (page) {
                case QUEUE -> ask("/incidents", null).contains("Open incidents");
                case INCIDENT -> ask("/incidents/" + reference, null).contains(reference);
                case CHRONOLOGY ->
                        ask("/incidents/" + reference + "/chronology", null).contains(reference);
                case CHILD -> ask("/chronologies/" + child, null).contains("Chronology");
                case SEARCH ->
                        ask("/find", "words=" + TenYears.word(random.nextInt(2_000)))
                                .contains("id=\"found\"");
            };
        }

        private String ask(String path, @Nullable String form) {
            var request =
                    HttpRequest.newBuilder(URI.create(site + path)).header("Accept", "text/html");
            if (form != null) {
                request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        form + "&_csrf=" + encoded(token)));
            }
            try {
                var answer = browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
                var found = TOKEN.matcher(answer.body());
                if (found.find()) {
                    token = found.group(1);
                }
                return answer.statusCode() < 400 ? answer.body() : "";
            } catch (IOException e) {
                return "";
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return "";
            }
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void tell() {
        say("%-12s %8s %8s %8s %8s %8s%n", "page", "asked", "p50 ms", "p95 ms", "p99 ms", "max ms");
        took.forEach((page, times) -> {
            var sorted = times.stream().sorted().toList();
            say(
                    "%-12s %8d %8.1f %8.1f %8.1f %8.1f%n",
                    page,
                    sorted.size(),
                    at(sorted, 0.5),
                    at(sorted, 0.95),
                    at(sorted, 0.99),
                    at(sorted, 1));
        });
        say("errors: %d%n", failed.get());
    }

    private static double at(List<Long> sorted, double part) {
        return sorted.isEmpty()
                ? 0
                : sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * part))) / 1e6;
    }

    private static long seconds(long since) {
        return (System.nanoTime() - since) / 1_000_000_000;
    }

    private static void say(String format, Object... values) {
        System.out.printf(format, values);
    }
}
