// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import school.lanyard.testing.Engine;
import school.lanyard.testing.Willow;

/// Whatever the school, its posts and its families: nobody whom a concern is about, nor their
/// recorded family, may ever read it.
@ParameterizedClass
@EnumSource(Engine.class)
class NobodyReadsOfThemselvesTest {

    private static final int REPORTS = 12;

    @Parameter Engine engine;

    @ParameterizedTest
    @MethodSource("seeds")
    void nor_of_their_family(long seed, @TempDir Path directory) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        try (var at = Reporting.open(engine, directory)) {
            var family = grow(at.willow(), random);
            var names = new ArrayList<>(family.keySet());
            for (int i = 0; i < REPORTS; i++) {
                var about = pick(names, random, 1 + random.nextInt(3));
                var ticks = pick(routes(), random, 1 + random.nextInt(2));
                var readers =
                        at.readers(at.report(List.copyOf(ticks), about.toArray(String[]::new)));
                var barred = new HashSet<>(about);
                about.forEach(name -> barred.addAll(family.get(name)));
                assertThat(readers)
                        .as("seed %d, about %s by %s", seed, about, ticks)
                        .doesNotContainAnyElementsOf(barred);
            }
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 8);
    }

    /// Adds adults with posts at random, some posts vacant, and families across them all.
    private static Map<String, Set<String>> grow(Willow willow, RandomGenerator random) {
        for (var role : List.of("dsl", "deputy-dsl", "headteacher", "vice-chair")) {
            if (random.nextInt(4) == 0) {
                willow.vacate(role);
            }
        }
        var roles = List.copyOf(Willow.PACK.roles().keySet());
        var names =
                new ArrayList<>(
                        List.of(
                                Willow.TEACHER,
                                Willow.DSL,
                                Willow.DEPUTY,
                                Willow.HEAD,
                                Willow.CHAIR,
                                Willow.VICE_CHAIR,
                                Willow.CHILD,
                                Willow.HEADS_CHILD));
        for (int i = 0; i < 8; i++) {
            var name = "Adult" + letters(i) + " Surname" + letters(i);
            willow.adult(
                    name,
                    random.nextInt(4) == 0 ? "governor" : "staff",
                    roles.get(random.nextInt(roles.size())));
            names.add(name);
        }
        var family = new java.util.HashMap<String, Set<String>>();
        names.forEach(name -> family.put(name, new HashSet<>()));
        relate(family, Willow.HEADS_CHILD, Willow.HEAD);
        for (int i = 0; i < 8; i++) {
            var one = names.get(random.nextInt(names.size()));
            var other = names.get(random.nextInt(names.size()));
            if (!one.equals(other) && !family.get(one).contains(other)) {
                willow.related(one, other);
                relate(family, one, other);
            }
        }
        return family;
    }

    private static void relate(Map<String, Set<String>> family, String one, String other) {
        family.get(one).add(other);
        family.get(other).add(one);
    }

    private static String letters(int i) {
        return String.valueOf((char) ('a' + i)).repeat(3);
    }

    private static List<String> routes() {
        return Willow.PACK.routing().routes().stream().map(route -> route.key()).toList();
    }

    private static Set<String> pick(List<String> from, RandomGenerator random, int count) {
        var found = new HashSet<String>();
        while (found.size() < count) {
            found.add(from.get(random.nextInt(from.size())));
        }
        return found;
    }
}
