// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DisclosureTest {

    private static final List<String> TERMS = List.of("autumn", "spring", "summer");

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @Nested
    class A_single_table {

        @Test
        void shows_counts_of_five_or_more_and_withholds_the_rest() {
            Issue issue = oneTerm(7, 9, 2, 1, 0, 4);
            assertThat(shown(issue)).containsExactly("7", "9", "-", "-", "-", "-", "23");
        }

        @Test
        void prints_none_and_few_alike() {
            assertThat(shown(oneTerm(8, 6, 0, 4, 4))).isEqualTo(shown(oneTerm(8, 6, 4, 3, 1)));
        }

        @Test
        void holds_back_a_second_count_when_one_small_one_could_be_subtracted() {
            assertThat(shown(oneTerm(7, 9, 3, 8))).containsExactly("7", "9", "-", "-", "27");
        }

        @Test
        void holds_back_more_when_the_small_ones_add_up_to_a_small_number() {
            assertThat(shown(oneTerm(7, 9, 1, 1))).containsOnly("-", "18");
        }

        @Test
        void does_not_say_that_everything_is_of_one_kind() {
            assertThat(shown(oneTerm(12, 0, 0))).containsExactly("-", "-", "-", "12");
        }

        @Test
        void says_nothing_when_there_is_next_to_nothing() {
            assertThat(shown(oneTerm(1, 0, 2))).containsOnly("-");
            assertThat(shown(oneTerm(0, 0, 0))).containsOnly("-");
        }
    }

    @Nested
    class Reports_issued_one_after_another {

        @Test
        void repeat_an_issued_term_as_it_was_even_if_its_counts_changed() {
            Frame one = frame(1, List.of("open", "closed"));
            Issue autumn = Disclosure.release(counts(one, 6, 9), List.of());
            Frame two = frame(2, List.of("open", "closed"));
            Issue spring = Disclosure.release(counts(two, 0, 15, 8, 8), List.of(autumn));
            autumn.release()
                    .cells()
                    .forEach((place, cell) ->
                            assertThat(spring.release().at(place)).isEqualTo(cell));
            assertThat(spring.counts().at(new Place.InTerm("d0", "autumn", "open"))).isEqualTo(6);
        }

        @Test
        void do_not_give_a_term_away_by_the_year() {
            List<String> kinds = List.of("a", "b");
            Issue autumn = Disclosure.release(counts(frame(1, kinds), 10, 10), List.of());
            Issue spring =
                    Disclosure.release(counts(frame(2, kinds), 10, 10, 10, 10), List.of(autumn));
            Issue year =
                    Disclosure.release(
                            counts(frame(3, kinds), 10, 10, 10, 10, 1, 1), List.of(autumn, spring));
            assertThat(year.release().at(new Place.OfTerm("summer")))
                    .isEqualTo(new Cell.Withheld());
            assertThat(year.release().at(new Place.OfYear())).isEqualTo(new Cell.Withheld());
        }

        @Test
        void cannot_go_back_to_fewer_terms_or_other_tables() {
            Issue spring =
                    Disclosure.release(counts(frame(2, List.of("a", "b")), 5, 5, 5, 5), List.of());
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            Disclosure.release(
                                    counts(frame(1, List.of("a", "b")), 5, 5), List.of(spring)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            Disclosure.release(
                                    counts(frame(2, List.of("b", "a")), 5, 5, 5, 5),
                                    List.of(spring)));
        }
    }

    @Nested
    class The_whole_year {

        @Test
        void keeps_the_year_when_one_term_had_next_to_nothing() {
            Issue year =
                    Disclosure.release(
                            counts(frame(3, List.of("a", "b")), 10, 10, 1, 1, 9, 9), List.of());
            assertThat(year.release().at(new Place.OfTerm("spring")))
                    .isEqualTo(new Cell.Withheld());
            assertThat(year.release().at(new Place.OfYear())).isEqualTo(new Cell.Exact(40));
        }
    }

    @ParameterizedTest
    @MethodSource("school.lanyard.reports.disclosure.DisclosureTest#seeds")
    void the_attacker_never_narrows_a_small_count(long seed) {
        var random = random(seed);
        Frame whole = randomFrame(random);
        Counts truth = randomCounts(random, whole);
        var issues = new ArrayList<Issue>();
        for (int ended = 1; ended <= whole.terms().size(); ended++) {
            if (ended < whole.terms().size() && random.nextInt(3) == 0) continue;
            issues.add(Disclosure.release(firstTerms(truth, ended), List.copyOf(issues)));
            Attacker attacker = Attacker.holding(issues.stream().map(Issue::release).toList());
            Issue last = issues.getLast();
            for (Place place : last.release().frame().places()) {
                int count = last.counts().at(place);
                Range range = attacker.range(place);
                assertThat(range.low()).isLessThanOrEqualTo(count);
                assertThat(range.high()).isGreaterThanOrEqualTo(count);
                if (count < 5) {
                    assertThat(range.low()).as("%s %s", place, range).isZero();
                    assertThat(range.high()).as("%s %s", place, range).isGreaterThanOrEqualTo(5);
                }
                if (last.release().at(place) instanceof Cell.Exact(int printed))
                    assertThat(printed).isEqualTo(count).isGreaterThanOrEqualTo(5);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("school.lanyard.reports.disclosure.DisclosureTest#seeds")
    void the_same_counts_give_the_same_report(long seed) {
        var random = random(seed);
        Counts truth = randomCounts(random, randomFrame(random));
        Issue once = Disclosure.release(truth, List.of());
        assertThat(Disclosure.release(truth, List.of())).isEqualTo(once);
        assertThat(Disclosure.release(truth, List.of(once))).isEqualTo(once);
    }

    @Test
    void a_believable_school_still_learns_something() {
        Frame frame = believable();
        var random = random(7);
        var incidents = new ArrayList<Counts.Counted>();
        for (int i = 0; i < 40; i++) {
            var values = new HashMap<String, String>();
            frame.dimensions()
                    .forEach((dimension, categories) -> {
                        int skew =
                                Math.min(
                                        random.nextInt(categories.size()),
                                        random.nextInt(categories.size()));
                        values.put(dimension, categories.get(skew));
                    });
            incidents.add(new Counts.Counted(TERMS.get(random.nextInt(3)), values));
        }
        Issue issue = Disclosure.release(Counts.of(frame, incidents), List.of());
        assertThat(issue.release().at(new Place.OfYear())).isEqualTo(new Cell.Exact(40));
        long printed =
                issue.release().cells().values().stream()
                        .filter(Cell.Exact.class::isInstance)
                        .count();
        assertThat(printed).isGreaterThan(10);
    }

    static Frame believable() {
        var dimensions = new LinkedHashMap<String, List<String>>();
        dimensions.put("type", names("type", 29));
        dimensions.put("four-cs", names("c", 4));
        dimensions.put("outcome", names("outcome", 6));
        dimensions.put("first-action", names("time", 5));
        return new Frame("2025 to 2026", TERMS, 3, dimensions);
    }

    static List<String> names(String stem, int number) {
        return IntStream.range(0, number).mapToObj(i -> stem + i).toList();
    }

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static Frame randomFrame(RandomGenerator random) {
        var dimensions = new LinkedHashMap<String, List<String>>();
        for (int d = 0; d < 1 + random.nextInt(3); d++)
            dimensions.put("d" + d, names("c", 1 + random.nextInt(5)));
        List<String> terms = TERMS.subList(0, 1 + random.nextInt(3));
        return new Frame("2025 to 2026", terms, terms.size(), dimensions);
    }

    private static Counts randomCounts(RandomGenerator random, Frame frame) {
        var incidents = new ArrayList<Counts.Counted>();
        for (String term : frame.terms()) {
            int total = random.nextInt(random.nextBoolean() ? 8 : 60);
            for (int i = 0; i < total; i++) {
                var values = new HashMap<String, String>();
                frame.dimensions()
                        .forEach((d, categories) ->
                                values.put(
                                        d,
                                        categories.get(
                                                random.nextInt(
                                                        1 + random.nextInt(categories.size())))));
                incidents.add(new Counts.Counted(term, values));
            }
        }
        return Counts.of(frame, incidents);
    }

    private static Counts firstTerms(Counts all, int ended) {
        Frame frame = all.frame();
        var some = new Frame(frame.year(), frame.terms(), ended, frame.dimensions());
        var kept = new HashMap<>(all.inTerm());
        kept.keySet().removeIf(place -> !some.endedTerms().contains(place.term()));
        return new Counts(some, kept);
    }

    private static Frame frame(int ended, List<String> categories) {
        return new Frame(
                "2025 to 2026", TERMS, ended, new LinkedHashMap<>(Map.of("d0", categories)));
    }

    private static Counts counts(Frame frame, int... numbers) {
        var counts = new HashMap<Place.InTerm, Integer>();
        List<String> categories = frame.dimensions().firstEntry().getValue();
        for (int i = 0; i < numbers.length; i++)
            counts.put(
                    new Place.InTerm(
                            "d0",
                            frame.terms().get(i / categories.size()),
                            categories.get(i % categories.size())),
                    numbers[i]);
        return new Counts(frame, counts);
    }

    private static Issue oneTerm(int... numbers) {
        Frame frame =
                new Frame(
                        "2025 to 2026",
                        List.of("autumn", "spring"),
                        1,
                        new LinkedHashMap<>(Map.of("d0", names("c", numbers.length))));
        return Disclosure.release(counts(frame, numbers), List.of());
    }

    private static List<String> shown(Issue issue) {
        return issue.release().frame().places().stream()
                .map(issue.release()::at)
                .map(cell -> cell instanceof Cell.Exact(int count) ? "" + count : "-")
                .toList();
    }
}
