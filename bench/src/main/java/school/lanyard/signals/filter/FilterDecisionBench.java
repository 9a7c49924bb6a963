// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import school.lanyard.signals.filter.index.Held.Guarded;
import school.lanyard.signals.filter.index.IndexBuilder;
import school.lanyard.signals.filter.index.Listing;
import school.lanyard.signals.filter.index.Lookup;

/// One decision in memory, beside a walk over a `HashSet` of the same names: half of the hosts are
/// listed, or stand below a listed name. The last results are in `docs/bench.md`.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class FilterDecisionBench {

    private static final int QUERIES = 1 << 20;

    @Param({"1000000", "5000000"})
    public int names;

    @Param({"zipf", "uniform"})
    public String hosts;

    private final Lookup lookup = new Lookup();
    private byte[][] asked;
    private String[] askedAsText;
    private Set<String> set;
    private Decider.Bound decider;
    private int turn;

    @Setup
    public void compile() throws IOException {
        var listed = InventedNames.of(1, names);
        var others = InventedNames.of(2, names / 5);
        var builder = new IndexBuilder(Guarded.NONE);
        int listing = builder.listing(new Listing("adult", "bench"));
        var rules = builder.rules();
        listed.forEach(name -> rules.add(name, listing, "bench"));
        var policy =
                new FilterPolicy(
                        Set.of(),
                        List.of(),
                        List.of(
                                new CategoryRule(
                                        "r",
                                        Set.of("adult"),
                                        Who.groups("learner"),
                                        Effect.BLOCK,
                                        "")),
                        List.of());
        decider =
                new Decider(builder.inMemory(), policy)
                        .forAsker(
                                new Asker("learner", "school", "site"),
                                LocalDateTime.of(2026, 11, 27, 9, 0));
        set = new HashSet<>(listed);
        ask(listed, others);
        check();
    }

    private void ask(List<String> listed, List<String> others) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
        askedAsText = new String[QUERIES];
        asked = new byte[QUERIES][];
        for (int i = 0; i < QUERIES; i++) {
            var from = random.nextBoolean() ? listed : others;
            var name =
                    from.get(
                            hosts.equals("zipf")
                                    ? skewed(random, from.size())
                                    : random.nextInt(from.size()));
            askedAsText[i] = random.nextInt(3) == 0 ? "www." + name : name;
            asked[i] = askedAsText[i].getBytes(StandardCharsets.US_ASCII);
        }
    }

    private static int skewed(RandomGenerator random, int count) {
        return Math.min(count - 1, (int) Math.pow(count, random.nextDouble()) - 1);
    }

    /// A quick wrong answer is worth nothing.
    private void check() {
        for (int i = 0; i < QUERIES; i++) {
            if (decider.allows(lookup, asked[i], 0, asked[i].length) == listed(askedAsText[i])) {
                throw new IllegalStateException("not the same about " + askedAsText[i]);
            }
        }
    }

    private boolean listed(String host) {
        var name = host;
        while (true) {
            if (set.contains(name)) {
                return true;
            }
            int dot = name.indexOf('.');
            if (dot < 0) {
                return false;
            }
            name = name.substring(dot + 1);
        }
    }

    @Benchmark
    public boolean decide() {
        var host = asked[turn++ & QUERIES - 1];
        return decider.allows(lookup, host, 0, host.length);
    }

    @Benchmark
    public boolean walkAHashSet() {
        return listed(askedAsText[turn++ & QUERIES - 1]);
    }
}
