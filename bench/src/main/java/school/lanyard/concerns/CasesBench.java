// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import school.lanyard.Server;

/// What handlers wait for at a trust's ten years: the queue, an incident, its chronology, a child's
/// chronology and a search in sealed text, asked for over HTTP. First one person asks for each page
/// many times over, and the processor's time is taken; then many people at once ask for all of
/// them, each of whom reads for a while between two pages. Server and browsers share the machine.
///
/// ```
/// java -cp 'bench/target/lanyard-bench.jar:bench/target/lib/*' school.lanyard.concerns.CasesBench
///     [SCHOOLS] [INCIDENTS] [USERS] [SECONDS] [THINK-MILLIS] [DIRECTORY]
/// ```
public final class CasesBench {

    private static final Duration WARM = Duration.ofSeconds(20);

    /// As often is a page asked for alone, and as often before that without counting.
    private static final int ALONE = Integer.getInteger("lanyard.alone", 100);

    private final ConfigurableApplicationContext server;
    private final String site;
    private final Map<Handler.Page, ConcurrentLinkedQueue<Long>> took =
            new EnumMap<>(Handler.Page.class);
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
        for (var page : Handler.Page.values()) {
            took.put(page, new ConcurrentLinkedQueue<>());
        }
    }

    /// Numbers, in the order of the usage above; what is left out is a trust's ten years. A
    /// directory that is named is kept, and its schools are used again.
    public static void main(String... arguments) throws IOException, InterruptedException {
        var numbers = new int[] {100, 100_000, 50, 60, 2_000};
        for (int i = 0; i < Math.min(arguments.length, numbers.length); i++) {
            numbers[i] = Integer.parseInt(arguments[i]);
        }
        var kept = arguments.length > numbers.length;
        var directory =
                kept
                        ? Files.createDirectories(Path.of(arguments[numbers.length]))
                        : Files.createTempDirectory(Path.of("bench/target"), "cases");
        var bench = new CasesBench(directory);
        try {
            var schools = new Trust(bench.server).schools(numbers[0], numbers[1] / numbers[0]);
            bench.alone(schools.getFirst());
            bench.together(schools, numbers[2], Duration.ofSeconds(numbers[3]), numbers[4]);
        } finally {
            bench.server.close();
            if (!kept) {
                delete(directory);
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /// One person, one page at a time: what each costs the processor, of server and browser
    /// together, beside the page that does nothing.
    private void alone(Trust.Filled school) {
        var handler = new Handler(site, school, -1);
        handler.signIn();
        for (var page : Handler.Page.values()) {
            asked(handler, page);
        }
        say("%-12s %8s %8s %8s %8s%n", "page, alone", "asked", "cpu ms", "p50 ms", "x floor");
        var floor = 0.0;
        for (var page : Handler.Page.values()) {
            var before = processorNanos();
            var times = asked(handler, page);
            var cost = (processorNanos() - before) / 1e6 / ALONE;
            floor = page == Handler.Page.FLOOR ? cost : floor;
            say("%-12s %8d %8.2f %8.1f %8.1f%n", page, ALONE, cost, at(times, 0.5), cost / floor);
        }
    }

    private List<Long> asked(Handler handler, Handler.Page page) {
        var times = new ArrayList<Long>();
        for (int i = 0; i < ALONE; i++) {
            var began = System.nanoTime();
            if (!handler.open(page)) {
                throw new IllegalStateException("no such page: " + page);
            }
            times.add(System.nanoTime() - began);
        }
        return times.stream().sorted().toList();
    }

    private static long processorNanos() {
        return ((com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private void together(List<Trust.Filled> schools, int users, Duration measured, int think)
            throws InterruptedException {
        var handlers = new ArrayList<Handler>();
        for (int i = 0; i < Math.min(users, schools.size() - 1); i++) {
            handlers.add(new Handler(site, schools.get(i + 1), i));
        }
        handlers.forEach(Handler::signIn);
        say("%d people signed in%n", handlers.size());
        var from = Instant.now().plus(WARM);
        var until = from.plus(measured);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var handler : handlers) {
                var _ = threads.submit(() -> visit(handler, from, until, think));
            }
        }
        tell();
    }

    private void visit(Handler handler, Instant from, Instant until, int think) {
        while (Instant.now().isBefore(until)) {
            var page = handler.choose();
            var began = System.nanoTime();
            var right = handler.open(page);
            var nanos = System.nanoTime() - began;
            if (Instant.now().isAfter(from)) {
                Objects.requireNonNull(took.get(page)).add(nanos);
                if (!right) {
                    failed.incrementAndGet();
                }
            }
            LockSupport.parkNanos(handler.pause(think) * 1_000_000);
        }
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

    static void say(String format, Object... values) {
        System.out.printf(format, values);
    }
}
