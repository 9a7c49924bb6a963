// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import school.lanyard.signals.filter.index.Held.Guarded;

class FilterIndexTest {

    private static final List<Listing> LISTS =
            List.of(
                    new Listing("adult", "one"),
                    new Listing("adult", "two"),
                    new Listing("games", "one"),
                    new Listing("proxy", "three"));

    @TempDir private Path folder;

    /// A small alphabet, so that parents, children, siblings and near misses all occur.
    private static String name(RandomGenerator random) {
        var name = new StringBuilder();
        for (int labels = 1 + random.nextInt(4); labels > 0; labels--) {
            for (int length = 1 + random.nextInt(3); length > 0; length--) {
                name.append((char) ('a' + random.nextInt(3)));
            }
            name.append(labels > 1 ? "." : "");
        }
        return name.toString();
    }

    private static Map<String, Set<Listing>> lists(RandomGenerator random, int count) {
        var lists = new HashMap<String, Set<Listing>>();
        for (int i = 0; i < count; i++) {
            lists.computeIfAbsent(name(random), n -> new HashSet<>())
                    .add(LISTS.get(random.nextInt(LISTS.size())));
        }
        return lists;
    }

    private static IndexBuilder builder(Map<String, Set<Listing>> lists, int threads) {
        var builder = new IndexBuilder(Guarded.NONE);
        LISTS.forEach(builder::listing);
        var rules = new ArrayList<Rules>();
        for (int i = 0; i < threads; i++) {
            rules.add(builder.rules());
        }
        int turn = 0;
        for (var name : new TreeSet<>(lists.keySet())) {
            for (var listing : lists.get(name)) {
                rules.get(turn++ % threads).add(name, builder.listing(listing), listing.list());
            }
        }
        return builder;
    }

    private static Map<String, Set<Listing>> expected(
            Map<String, Set<Listing>> lists, String host) {
        var found = new HashMap<String, Set<Listing>>();
        for (var name = host; ; name = name.substring(name.indexOf('.') + 1)) {
            if (lists.containsKey(name)) {
                found.put(name, lists.get(name));
            }
            if (name.indexOf('.') < 0) {
                return found;
            }
        }
    }

    private static Map<String, Set<Listing>> found(FilterIndex index, Lookup lookup, String host) {
        index.find(lookup, host);
        var found = new HashMap<String, Set<Listing>>();
        for (int i = 0; i < lookup.hits(); i++) {
            var lists = new HashSet<Listing>();
            for (int number : index.listed(lookup.listed(i))) {
                lists.add(index.listings().get(number));
            }
            found.put(lookup.rule(i), lists);
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void finds_exactly_what_a_set_of_names_would(long seed) throws IOException {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var lists = lists(random, 1 + random.nextInt(800));
        var index = builder(lists, 1).inMemory();
        var lookup = new Lookup();
        for (int i = 0; i < 1000; i++) {
            var host = name(random);
            assertThat(found(index, lookup, host)).as(host).isEqualTo(expected(lists, host));
        }
        var all = new HashMap<String, Integer>();
        index.forEach((rule, set) -> all.merge(rule, index.listed(set).length, Integer::sum));
        assertThat(all.keySet()).isEqualTo(lists.keySet());
        assertThat(index.size()).isEqualTo(lists.size());
    }

    static LongStream seeds() {
        return LongStream.range(0, 15);
    }

    @Test
    void the_same_rules_make_the_same_file_in_any_order_by_any_number_of_threads()
            throws IOException {
        var lists = lists(RandomGeneratorFactory.of("L64X128MixRandom").create(7), 2000);
        builder(lists, 1).write(folder.resolve("one"));
        builder(lists, 3).write(folder.resolve("three"));
        assertThat(folder.resolve("three")).hasSameBinaryContentAs(folder.resolve("one"));
    }

    @Test
    void a_rule_about_a_path_covers_what_is_below_it_and_nothing_else() throws IOException {
        var builder = new IndexBuilder(Guarded.NONE);
        int listing = builder.listing(LISTS.get(0));
        builder.rules().add("sites.example/~bad/room", listing, "one");
        var index = builder.inMemory();
        var lookup = new Lookup();
        for (var covered :
                List.of(
                        "http://sites.example/~bad/room",
                        "http://sites.example/~bad/room/",
                        "https://WWW.sites.example:443/~BAD/room/page?x=1",
                        "http://sites.example/%7Ebad//room/./page",
                        "http://sites.example/x/../~bad/room")) {
            assertThat(found(index, lookup, covered)).as(covered).containsOnlyKeys(lookup.rule(0));
        }
        for (var free :
                List.of(
                        "http://sites.example/",
                        "http://sites.example/~bad",
                        "http://sites.example/~bad/rooms",
                        "http://sites.example/?/~bad/room",
                        "http://other.example/~bad/room")) {
            assertThat(found(index, lookup, free)).as(free).isEmpty();
        }
    }

    @Test
    void an_ip_address_is_found_whole_and_never_by_its_end() throws IOException {
        var builder = new IndexBuilder(Guarded.NONE);
        int listing = builder.listing(LISTS.get(0));
        builder.rules().add("192.0.2.1", listing, "one");
        var index = builder.inMemory();
        var lookup = new Lookup();
        assertThat(found(index, lookup, "http://3221225985/")).containsOnlyKeys("192.0.2.1");
        assertThat(found(index, lookup, "http://7.192.0.2/")).isEmpty();
        assertThat(found(index, lookup, "x192.0.2.1.example")).isEmpty();
    }

    @Test
    void an_empty_index_finds_nothing() throws IOException {
        var index = new IndexBuilder(Guarded.NONE).inMemory();
        assertThat(found(index, new Lookup(), "any.example")).isEmpty();
        assertThat(index.size()).isZero();
    }

    @Nested
    class A_file {

        @Test
        void is_refused_wherever_a_byte_of_it_is_changed() throws IOException {
            var file = folder.resolve("index");
            var lists = lists(RandomGeneratorFactory.of("L64X128MixRandom").create(3), 300);
            var checksum = builder(lists, 1).write(file).checksum();
            assertThat(FilterIndex.open(file).checksum()).isEqualTo(checksum);
            var whole = Files.readAllBytes(file);
            for (int at = 0; at < whole.length; at += 1 + whole.length / 60) {
                var broken = whole.clone();
                broken[at] ^= 4;
                Files.write(folder.resolve("broken"), broken);
                assertThatExceptionOfType(DamagedIndexException.class)
                        .as("byte %d", at)
                        .isThrownBy(() -> FilterIndex.open(folder.resolve("broken")));
            }
        }

        @Test
        void is_refused_when_it_is_cut_short() throws IOException {
            var file = folder.resolve("index");
            builder(lists(RandomGeneratorFactory.of("L64X128MixRandom").create(3), 300), 1)
                    .write(file);
            var whole = Files.readAllBytes(file);
            for (int length : new int[] {0, 10, 63, 64, 100, whole.length - 1}) {
                Files.write(file, java.util.Arrays.copyOf(whole, length));
                assertThatExceptionOfType(DamagedIndexException.class)
                        .as("%d bytes", length)
                        .isThrownBy(() -> FilterIndex.open(file));
            }
        }

        @Test
        void leaves_nothing_beside_it() throws IOException {
            builder(Map.of(), 1).write(folder.resolve("index"));
            try (var files = Files.list(folder)) {
                assertThat(files).containsExactly(folder.resolve("index"));
            }
        }
    }

    @Test
    void decisions_go_on_while_the_index_is_replaced_and_a_damaged_one_never_takes_over()
            throws Exception {
        var file = folder.resolve("index");
        var live =
                new LiveIndex(
                        builder(Map.of("always.example", Set.of(LISTS.get(0))), 1).write(file));
        var stop = new AtomicBoolean();
        var failure = new AtomicReference<Throwable>();
        var asking =
                Thread.ofPlatform()
                        .start(() -> {
                            var lookup = new Lookup();
                            try {
                                while (!stop.get()) {
                                    live.now().find(lookup, "www.always.example");
                                    assertThat(lookup.hits()).isEqualTo(1);
                                }
                            } catch (Throwable thrown) {
                                failure.set(thrown);
                            }
                        });
        for (int i = 0; i < 15; i++) {
            var lists = new HashMap<String, Set<Listing>>();
            lists.put("always.example", Set.of(LISTS.get(i % 4)));
            lists.put("n" + i + ".example", Set.of(LISTS.get(1)));
            builder(lists, 1).write(file);
            assertThat(live.replace(file).size()).isEqualTo(2);
        }
        Files.write(file, new byte[] {1, 2, 3});
        assertThatExceptionOfType(DamagedIndexException.class).isThrownBy(() -> live.replace(file));
        assertThat(live.now().size()).isEqualTo(2);
        stop.set(true);
        asking.join();
        assertThat(failure.get()).isNull();
    }
}
