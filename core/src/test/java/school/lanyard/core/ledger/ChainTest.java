// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import school.lanyard.core.ledger.Verdict.Broken;
import school.lanyard.core.ledger.Verdict.Fault;
import school.lanyard.core.ledger.Verdict.Whole;

class ChainTest {
    private static final long NINE = 1_795_212_000_000L;

    @Nested
    class The_encoding {
        /// Worked out by a separate program from the table in `Encoding`. If this fails, old
        /// ledgers no longer verify.
        @Test
        void is_pinned_by_a_golden_vector() {
            var raised =
                    new Entry(
                            "school-a",
                            1,
                            "entry-1",
                            NINE,
                            "person-1",
                            "concern.raised",
                            List.of("person-9", "case-1"),
                            "key-1",
                            Ciphertext.of(new byte[] {0, 1, 2, (byte) 0xfe, (byte) 0xff}));
            var read =
                    new Entry(
                            "school-a",
                            2,
                            "entry-2",
                            NINE + 1,
                            "person-2 é",
                            "case.read",
                            List.of(),
                            null,
                            null);

            var first = Chain.hash(Chain.START, raised);

            assertThat(first.hex())
                    .isEqualTo("2fb3923d72916836294ebe58fa7aecbe4cdcbf4a844ad517bcf4aef0dde6a146");
            assertThat(Chain.hash(first, read).hex())
                    .isEqualTo("3f191e1b6ab640cdea7b82bff35e0bd9170de1b5116c436615555c6cc0f55adf");
        }

        @Test
        void does_not_let_text_slide_from_one_field_to_the_next() {
            var entries =
                    List.of(
                            entry("ab", "c", List.of("x", "y"), null),
                            entry("a", "bc", List.of("x", "y"), null),
                            entry("ab", "c", List.of("xy"), null),
                            entry("ab", "c", List.of("x"), "y"),
                            entry("ab", "c", List.of("x", ""), "y"),
                            entry("ab", "c", List.of("x", "y"), ""));

            assertThat(
                            new HashSet<>(
                                    entries.stream().map(e -> Chain.hash(Chain.START, e)).toList()))
                    .hasSameSizeAs(entries);
        }

        @Test
        void does_not_depend_on_the_order_in_which_subjects_are_named() {
            assertThat(Chain.hash(Chain.START, entry("a", "b", List.of("y", "x", "y"), null)))
                    .isEqualTo(Chain.hash(Chain.START, entry("a", "b", List.of("x", "y"), null)));
        }

        @Test
        void tells_no_content_from_empty_content() {
            var none = new Entry("s", 1, "i", NINE, "a", "b", List.of(), "k", null);
            var empty =
                    new Entry(
                            "s",
                            1,
                            "i",
                            NINE,
                            "a",
                            "b",
                            List.of(),
                            "k",
                            Ciphertext.of(new byte[0]));

            assertThat(Chain.hash(Chain.START, none)).isNotEqualTo(Chain.hash(Chain.START, empty));
        }

        @Test
        void refuses_text_that_has_no_utf8_form() {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> Chain.hash(Chain.START, entry("\uD800", "b", List.of(), null)));
        }

        private Entry entry(
                String actor, String action, List<String> subjects, @Nullable String key) {
            return new Entry("school-a", 1, "entry-1", NINE, actor, action, subjects, key, null);
        }
    }

    @Nested
    class A_whole_chain {
        @Test
        void may_be_empty() {
            assertThat(Chain.verify(Stream.of())).isEqualTo(new Whole(Chain.START, 0));
        }

        @Test
        void ends_in_the_hash_of_its_last_entry() {
            var links = chain(1, 20);

            assertThat(Chain.verify(links.stream()))
                    .isEqualTo(new Whole(links.getLast().hash(), 20));
        }

        @Test
        void still_contains_every_head_it_ever_had() {
            var links = chain(2, 20);

            assertThat(Chain.verify(links.stream(), Chain.START)).isInstanceOf(Whole.class);
            assertThat(links)
                    .allSatisfy(link ->
                            assertThat(Chain.verify(links.stream(), link.hash()))
                                    .isInstanceOf(Whole.class));
        }

        @Test
        void is_read_as_it_comes() {
            var links = chain(3, 1);
            var endless = Stream.generate(links::getFirst);

            assertThat(Chain.verify(endless)).isEqualTo(new Broken(2, Fault.OUT_OF_ORDER));
        }

        @Test
        void closes_what_it_was_read_from() {
            var closed = new ArrayList<String>();

            Chain.verify(chain(4, 3).stream().onClose(() -> closed.add("closed")));

            assertThat(closed).containsExactly("closed");
        }
    }

    @Nested
    class A_broken_chain {
        @Test
        void names_a_gap() {
            assertThat(Chain.verify(without(chain(5, 9), 3).stream()))
                    .isEqualTo(new Broken(4, Fault.GAP));
        }

        @Test
        void names_a_missing_beginning() {
            assertThat(Chain.verify(without(chain(5, 9), 0).stream()))
                    .isEqualTo(new Broken(1, Fault.GAP));
        }

        @Test
        void names_an_entry_of_another_school() {
            var links = new ArrayList<>(chain(6, 3));
            var stray = new Entry("school-b", 4, "entry-4", NINE, "p", "a", List.of(), null, null);
            links.add(Link.after(links.getLast().hash(), stray));

            assertThat(Chain.verify(links.stream())).isEqualTo(new Broken(4, Fault.OTHER_SCHOOL));
        }

        @Test
        void names_a_malformed_hash_as_a_change() {
            var links = new ArrayList<>(chain(7, 3));
            links.set(
                    1, new Link(links.get(1).entry(), links.get(1).previous(), new Hash("spoilt")));

            assertThat(Chain.verify(links.stream())).isEqualTo(new Broken(2, Fault.CHANGED));
        }

        @Test
        void shows_a_cut_end_only_against_a_known_head() {
            var links = chain(8, 9);
            var cut = links.subList(0, 6);

            assertThat(Chain.verify(cut.stream())).isInstanceOf(Whole.class);
            assertThat(Chain.verify(cut.stream(), links.getLast().hash()))
                    .isEqualTo(new Broken(7, Fault.HEAD_MISSING));
        }

        @Test
        void shows_a_history_rewritten_with_fresh_hashes_only_against_a_known_head() {
            var links = chain(9, 9);
            var rewritten = new ArrayList<>(links.subList(0, 4));
            for (var link : links.subList(4, 9)) {
                var e = link.entry();
                var other =
                        new Entry(
                                e.school(),
                                e.sequence(),
                                e.id(),
                                e.at(),
                                "somebody",
                                e.action(),
                                e.subjects(),
                                null,
                                null);
                rewritten.add(Link.after(rewritten.getLast().hash(), other));
            }

            assertThat(Chain.verify(rewritten.stream())).isInstanceOf(Whole.class);
            assertThat(Chain.verify(rewritten.stream(), links.getLast().hash()))
                    .isEqualTo(new Broken(10, Fault.HEAD_MISSING));
        }
    }

    @Nested
    class Any_tampering {
        @ParameterizedTest
        @MethodSource("school.lanyard.core.ledger.ChainTest#seeds")
        void with_one_bit_is_detected(long seed) {
            var random = random(seed);
            var links = new ArrayList<>(chain(seed, 2 + random.nextInt(12)));
            var place = random.nextInt(links.size());
            links.set(place, Tamper.oneBit(links.get(place), random));

            assertBrokenBy(links, place);
        }

        @ParameterizedTest
        @MethodSource("school.lanyard.core.ledger.ChainTest#seeds")
        void by_removing_one_entry_is_detected(long seed) {
            var random = random(seed);
            var links = chain(seed, 2 + random.nextInt(12));
            var place = random.nextInt(links.size() - 1);

            assertBrokenBy(without(links, place), place);
        }

        @ParameterizedTest
        @MethodSource("school.lanyard.core.ledger.ChainTest#seeds")
        void by_swapping_two_entries_is_detected(long seed) {
            var random = random(seed);
            var links = new ArrayList<>(chain(seed, 2 + random.nextInt(12)));
            var first = random.nextInt(links.size() - 1);
            Collections.swap(links, first, first + 1 + random.nextInt(links.size() - 1 - first));

            assertBrokenBy(links, first);
        }

        @ParameterizedTest
        @MethodSource("school.lanyard.core.ledger.ChainTest#seeds")
        void by_swapping_the_content_of_two_entries_is_detected(long seed) {
            var random = random(seed);
            var links = new ArrayList<>(chain(seed, 2 + random.nextInt(12)));
            var one = random.nextInt(links.size() - 1);
            var other = one + 1 + random.nextInt(links.size() - 1 - one);
            var kept = links.get(one);
            links.set(one, Tamper.inPlaceOf(kept, links.get(other)));
            links.set(other, Tamper.inPlaceOf(links.get(other), kept));

            assertBrokenBy(links, one);
        }

        @ParameterizedTest
        @MethodSource("school.lanyard.core.ledger.ChainTest#seeds")
        void by_slipping_in_an_entry_with_a_good_hash_is_detected(long seed) {
            var random = random(seed);
            var links = new ArrayList<>(chain(seed, 2 + random.nextInt(12)));
            var place = random.nextInt(links.size());
            var head = place == 0 ? Chain.START : links.get(place - 1).hash();
            links.add(place, Link.after(head, entry(random, place + 1)));

            assertBrokenBy(links, place + 1);
        }

        private void assertBrokenBy(List<Link> links, int place) {
            assertThat(Chain.verify(links.stream()))
                    .isInstanceOfSatisfying(
                            Broken.class, broken -> assertThat(broken.at()).isEqualTo(place + 1));
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static List<Link> chain(long seed, int length) {
        var random = random(seed);
        var links = new ArrayList<Link>();
        for (int sequence = 1; sequence <= length; sequence++) {
            var head = links.isEmpty() ? Chain.START : links.getLast().hash();
            links.add(Link.after(head, entry(random, sequence)));
        }
        return List.copyOf(links);
    }

    private static Entry entry(RandomGenerator random, long sequence) {
        var sealed = new byte[random.nextInt(1, 40)];
        random.nextBytes(sealed);
        var subjects = random.ints(random.nextInt(4), 0, 50).mapToObj(n -> "person-" + n).toList();
        return new Entry(
                "school-a",
                sequence,
                "entry-" + random.nextLong(),
                NINE + random.nextInt(1_000_000),
                "person-" + random.nextInt(50),
                "note.added",
                subjects,
                "key-" + random.nextInt(9),
                random.nextInt(4) == 0 ? null : Ciphertext.of(sealed));
    }

    private static List<Link> without(List<Link> links, int place) {
        var rest = new ArrayList<>(links);
        rest.remove(place);
        return rest;
    }
}
