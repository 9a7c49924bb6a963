// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The exact solver against an attacker who simply tries every table there could be.
class AttackerTest {

    /// No count that brute force tries is larger.
    private static final int MOST = 16;

    private static final List<String> TERMS = List.of("autumn", "spring");

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @Test
    void subtracts() {
        Counts counts = counts(whole(1, 2), 7, 2);
        Map<Place, Integer> known = knownOf(counts);
        Place small = new Place.InTerm("d0", "autumn", "c1");
        known.remove(small);
        assertThat(new Attacker(counts.frame(), known).range(small)).isEqualTo(new Range(2, 2));
    }

    @Test
    void subtracts_across_tables_that_share_a_withheld_total() {
        Frame frame = whole(2, 2);
        Map<Place, Integer> known = new HashMap<>();
        Place hidden = new Place.InTerm("d1", "autumn", "c1");
        known.put(new Place.InTerm("d0", "autumn", "c0"), 6);
        known.put(new Place.InTerm("d0", "autumn", "c1"), 6);
        known.put(new Place.InTerm("d1", "autumn", "c0"), 9);
        assertThat(new Attacker(frame, known).range(hidden)).isEqualTo(new Range(3, 3));
    }

    @Test
    void knows_nothing_where_nothing_was_printed() {
        Place place = new Place.OfYear();
        assertThat(new Attacker(whole(1, 2), Map.of()).range(place))
                .isEqualTo(new Range(0, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void finds_exactly_what_brute_force_finds(long seed) {
        var random = DisclosureTest.random(seed);
        Frame frame = whole(1 + random.nextInt(2), 1 + random.nextInt(2));
        Counts truth = random(random, frame);
        Map<Place, Integer> known = knownOf(truth);
        double share = random.nextDouble();
        known.keySet().removeIf(_ -> random.nextDouble() < share);
        // A ceiling on everything, so that trying everything ends.
        if (random.nextInt(3) > 0) known.put(new Place.OfYear(), truth.at(new Place.OfYear()));
        var attacker = new Attacker(frame, known);
        var possible = bruteForce(frame, known);
        for (Place place : frame.places()) {
            Range range = attacker.range(place);
            NavigableSet<Integer> values = possible.get(place);
            assertThat((long) values.first()).as("%s", place).isEqualTo(range.low());
            if (range.high() <= MOST && known.containsKey(new Place.OfYear()))
                assertThat((long) values.last()).as("%s", place).isEqualTo(range.high());
            if (known.containsKey(place) || !attacker.isKeptFrom(place)) continue;
            assertThat(values.first() >= 5 || values.containsAll(Set.of(0, 1, 2, 3, 4, 5)))
                    .as("%s is said to be kept, but may only be %s", place, values)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void brute_force_cannot_narrow_a_release(long seed) {
        var random = DisclosureTest.random(seed);
        Counts truth = random(random, whole(1 + random.nextInt(2), 1 + random.nextInt(2)));
        Issue issue = Disclosure.release(truth, List.of());
        Map<Place, Integer> known = new HashMap<>();
        issue.release()
                .cells()
                .forEach((place, cell) -> {
                    if (cell instanceof Cell.Exact(int count)) known.put(place, count);
                });
        var possible = bruteForce(truth.frame(), known);
        for (Place place : truth.frame().places())
            if (truth.at(place) < 5)
                assertThat(possible.get(place)).as("%s", place).contains(0, 1, 2, 3, 4, 5);
    }

    /// Stronger than the rule asks: somebody who also has this program, and tries which true counts
    /// would have printed the very same report, still cannot rule out any small value.
    @Test
    void even_knowing_the_program_does_not_narrow_a_term() {
        Frame frame =
                new Frame("y", TERMS, 1, new LinkedHashMap<>(Map.of("d0", List.of("a", "b", "c"))));
        Map<List<Release>, Map<Place, Set<Integer>>> alike = new HashMap<>();
        for (int a = 0; a <= 20; a++)
            for (int b = 0; a + b <= 20; b++)
                for (int c = 0; a + b + c <= 20; c++)
                    collect(alike, once(counts(frame, a, b, c)), counts(frame, a, b, c));
        assertNothingRuledOut(alike);
    }

    @Test
    void even_knowing_the_program_does_not_narrow_a_term_of_four_categories() {
        Frame frame =
                new Frame(
                        "y",
                        TERMS,
                        1,
                        new LinkedHashMap<>(Map.of("d0", List.of("a", "b", "c", "d"))));
        Map<List<Release>, Map<Place, Set<Integer>>> alike = new HashMap<>();
        for (int a = 0; a <= 20; a++)
            for (int b = 0; a + b <= 20; b++)
                for (int c = 0; a + b + c <= 20; c++)
                    for (int d = 0; a + b + c + d <= 20; d++)
                        collect(alike, once(counts(frame, a, b, c, d)), counts(frame, a, b, c, d));
        assertNothingRuledOut(alike);
    }

    @Test
    void even_knowing_the_program_does_not_narrow_a_year_told_at_once() {
        assertNothingRuledOut(
                years(20, 20, counts -> List.of(Disclosure.release(counts, List.of()))));
    }

    @Test
    void even_knowing_the_program_does_not_narrow_a_year_told_after_its_terms() {
        assertNothingRuledOut(
                years(
                        14,
                        28,
                        counts -> {
                            Issue autumn = Disclosure.release(autumnOf(counts), List.of());
                            return List.of(autumn, Disclosure.release(counts, List.of(autumn)));
                        }));
    }

    private static Map<List<Release>, Map<Place, Set<Integer>>> years(
            int mostInTerm, int mostInYear, Function<Counts, List<Issue>> issuing) {
        Frame frame = whole(1, 2);
        Map<List<Release>, Map<Place, Set<Integer>>> alike = new HashMap<>();
        for (int a = 0; a <= mostInTerm; a++)
            for (int b = 0; a + b <= mostInTerm; b++)
                for (int c = 0; c <= Math.min(mostInTerm, mostInYear - a - b); c++)
                    for (int d = 0; c + d <= Math.min(mostInTerm, mostInYear - a - b); d++) {
                        Counts counts = counts(frame, a, b, c, d);
                        List<Issue> issues = issuing.apply(counts);
                        collect(alike, issues.stream().map(Issue::release).toList(), counts);
                    }
        return alike;
    }

    private static List<Release> once(Counts counts) {
        return List.of(Disclosure.release(counts, List.of()).release());
    }

    private static Counts autumnOf(Counts counts) {
        Frame frame = new Frame("y", TERMS, 1, counts.frame().dimensions());
        var kept = new HashMap<>(counts.inTerm());
        kept.keySet().removeIf(place -> !place.term().equals("autumn"));
        return new Counts(frame, kept);
    }

    private static void collect(
            Map<List<Release>, Map<Place, Set<Integer>>> alike,
            List<Release> releases,
            Counts counts) {
        var values = alike.computeIfAbsent(releases, _ -> new HashMap<>());
        for (Place place : counts.frame().places())
            values.computeIfAbsent(place, _ -> new HashSet<>()).add(counts.at(place));
    }

    private static void assertNothingRuledOut(Map<List<Release>, Map<Place, Set<Integer>>> alike) {
        alike.forEach((release, places) ->
                places.forEach((place, values) -> {
                    if (values.stream().anyMatch(value -> value < 5))
                        assertThat(values)
                                .as("%s in %s", place, release.getLast().cells())
                                .contains(0, 1, 2, 3, 4);
                }));
    }

    private static Frame whole(int dimensions, int categories) {
        var named = new LinkedHashMap<String, List<String>>();
        for (int d = 0; d < dimensions; d++)
            named.put("d" + d, DisclosureTest.names("c", categories));
        return new Frame("y", TERMS, TERMS.size(), named);
    }

    private static Counts counts(Frame frame, int... numbers) {
        var counts = new HashMap<Place.InTerm, Integer>();
        List<Place> places = frame.places();
        for (int i = 0; i < numbers.length; i++)
            counts.put((Place.InTerm) places.get(i), numbers[i]);
        return new Counts(frame, counts);
    }

    private static Counts random(RandomGenerator random, Frame frame) {
        var incidents = new ArrayList<Counts.Counted>();
        for (int i = random.nextInt(MOST); i > 0; i--) {
            var values = new HashMap<String, String>();
            frame.dimensions().forEach((d, cs) -> values.put(d, cs.get(random.nextInt(cs.size()))));
            incidents.add(new Counts.Counted(TERMS.get(random.nextInt(2)), values));
        }
        return Counts.of(frame, incidents);
    }

    private static Map<Place, Integer> knownOf(Counts counts) {
        var known = new HashMap<Place, Integer>();
        for (Place place : counts.frame().places()) known.put(place, counts.at(place));
        return known;
    }

    /// Every value of every place over all tables up to MOST that agree with what is known.
    private static Map<Place, NavigableSet<Integer>> bruteForce(
            Frame frame, Map<Place, Integer> known) {
        var found = new HashMap<Place, NavigableSet<Integer>>();
        for (int autumn = 0; autumn <= MOST; autumn++)
            for (int spring = 0; spring <= MOST; spring++) {
                var totals =
                        Map.<Place, Integer>of(
                                new Place.OfTerm("autumn"), autumn,
                                new Place.OfTerm("spring"), spring,
                                new Place.OfYear(), autumn + spring);
                if (agrees(totals, known)) tryTotals(frame, known, totals, found);
            }
        return found;
    }

    private static void tryTotals(
            Frame frame,
            Map<Place, Integer> known,
            Map<Place, Integer> totals,
            Map<Place, NavigableSet<Integer>> found) {
        var here = new HashMap<Place, NavigableSet<Integer>>();
        for (String dimension : frame.dimensions().keySet()) {
            boolean[] any = {false};
            eachTable(
                    frame,
                    dimension,
                    totals,
                    table -> {
                        if (!agrees(table, known)) return;
                        any[0] = true;
                        add(here, table);
                    });
            if (!any[0]) return;
        }
        add(here, totals);
        here.forEach((place, values) ->
                found.computeIfAbsent(place, _ -> new TreeSet<>()).addAll(values));
    }

    /// Every table of one dimension (with one category or two) under the totals.
    private static void eachTable(
            Frame frame,
            String dimension,
            Map<Place, Integer> totals,
            Consumer<Map<Place, Integer>> take) {
        List<String> categories = frame.categories(dimension);
        int autumn = totals.get(new Place.OfTerm("autumn"));
        int spring = totals.get(new Place.OfTerm("spring"));
        boolean one = categories.size() == 1;
        for (int a = one ? autumn : 0; a <= autumn; a++)
            for (int s = one ? spring : 0; s <= spring; s++) {
                var table = new HashMap<Place, Integer>();
                put(table, dimension, categories.getFirst(), a, s);
                if (!one) put(table, dimension, categories.getLast(), autumn - a, spring - s);
                take.accept(table);
            }
    }

    private static void put(
            Map<Place, Integer> table, String dimension, String category, int a, int s) {
        table.put(new Place.InTerm(dimension, "autumn", category), a);
        table.put(new Place.InTerm(dimension, "spring", category), s);
        table.put(new Place.InYear(dimension, category), a + s);
    }

    private static boolean agrees(Map<Place, Integer> table, Map<Place, Integer> known) {
        return table.entrySet().stream()
                .allMatch(e -> known.getOrDefault(e.getKey(), e.getValue()).equals(e.getValue()));
    }

    private static void add(Map<Place, NavigableSet<Integer>> found, Map<Place, Integer> table) {
        table.forEach(
                (place, value) -> found.computeIfAbsent(place, _ -> new TreeSet<>()).add(value));
    }
}
