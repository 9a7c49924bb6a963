// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Withheld places that hang together through sums, with those sums as equations.
///
/// Solutions found on the way are remembered, because each shows a possible value of every place.
final class Unknowns {

    private static final int ENOUGH = Disclosure.SMALLEST_SHOWN;

    private final List<Place> places;
    private final long[][] equations;

    /// Whether the sums are those of a single table with known totals. Then the matrix is totally
    /// unimodular: if two values are possible, so is every whole number between them.
    private final boolean oneTable;

    /// For each place, the values up to ENOUGH that a known solution gives it, as bits.
    private final int[] seen;

    private Unknowns(List<Place> places, long[][] equations) {
        this.places = places;
        this.equations = equations;
        this.oneTable = places.stream().allMatch(Unknowns::inside);
        this.seen = new int[places.size()];
    }

    static Unknowns of(List<Place> places, List<Frame.Sum> sums, Map<Place, Integer> known) {
        var equations = new ArrayList<long[]>();
        for (Frame.Sum sum : sums) equations.add(equation(places, sum, known));
        return new Unknowns(places, equations.toArray(long[][]::new));
    }

    private static long[] equation(List<Place> places, Frame.Sum sum, Map<Place, Integer> known) {
        var row = new long[places.size() + 1];
        int last = places.size();
        for (Place part : sum.parts()) add(row, places, part, 1, known);
        add(row, places, sum.whole(), -1, known);
        row[last] = -row[last];
        return row;
    }

    private static void add(
            long[] row, List<Place> places, Place place, int sign, Map<Place, Integer> known) {
        Integer value = known.get(place);
        if (value != null) row[row.length - 1] += (long) sign * value;
        else row[places.indexOf(place)] += sign;
    }

    private static boolean inside(Place place) {
        return switch (place) {
            case Place.InTerm _, Place.InYear _ -> true;
            case Place.OfTerm _, Place.OfYear _ -> false;
        };
    }

    List<Place> places() {
        return places;
    }

    Range range(Place place) {
        int variable = places.indexOf(place);
        Simplex solver = new Simplex(equations, places.size());
        if (!solver.feasible())
            throw new IllegalStateException("the reports contradict each other");
        solver.minimise(variable);
        long low = solver.ceiling(variable);
        long high = solver.maximise(variable) ? solver.floor(variable) : Long.MAX_VALUE;
        return new Range(low, high);
    }

    /// Whether everything printed leaves open each of 0, 1, … 5 for this place, or tells only that
    /// it is not small.
    boolean hide(Place place) {
        int variable = places.indexOf(place);
        if (allSeen(variable)) return true;
        Range range = range(place);
        if (range.low() >= ENOUGH) return true;
        if (range.low() > 0 || range.high() < ENOUGH) return false;
        if (oneTable) return true;
        for (int value = 0; value <= ENOUGH; value++)
            if ((seen[variable] & (1 << value)) == 0 && !possible(variable, value)) return false;
        return true;
    }

    private boolean allSeen(int variable) {
        return seen[variable] == (1 << (ENOUGH + 1)) - 1;
    }

    /// Looks for a solution in whole numbers that gives the place this value.
    private boolean possible(int variable, int value) {
        var fixed = new long[equations.length + 1][];
        System.arraycopy(equations, 0, fixed, 0, equations.length);
        var row = new long[places.size() + 1];
        row[variable] = 1;
        row[places.size()] = value;
        fixed[equations.length] = row;
        Simplex solver = new Simplex(fixed, places.size());
        if (!solver.feasible()) return false;
        long[] solution = solver.wholeSolution();
        for (int i = 0; i < solution.length; i++)
            if (solution[i] <= ENOUGH) seen[i] |= 1 << solution[i];
        return solution.length > 0;
    }
}
