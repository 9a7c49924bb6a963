// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/// Chooses what a report prints: every count that is large enough, less those that would give a
/// small one away to somebody holding all reports of the year.
///
/// First each column hides its own small counts, then an attacker with every report looks for what
/// the columns give away together, and more is withheld until nothing is found.
///
/// The same counts after the same reports give the same report. Withholding everything is always
/// safe, so a school with few incidents gets a report that says little, never one that says too
/// much.
public final class Disclosure {

    /// A count below this is never printed, and never to be worked out.
    public static final int SMALLEST_SHOWN = 5;

    private final Counts counts;
    private final Map<Place, Cell> carried;
    private final SequencedSet<Place> shown = new LinkedHashSet<>();

    private Disclosure(Counts counts, Map<Place, Cell> carried) {
        this.counts = counts;
        this.carried = carried;
        Set<Place> proposed = Proposal.of(counts, carried);
        for (Place place : counts.frame().places())
            if (proposed.contains(place) && !carried.containsKey(place)) shown.add(place);
    }

    /// The next report of a year.
    ///
    /// @param now the counts as they stand; terms that were issued before are repeated as they were
    /// @param earlier every report issued so far, oldest first; those of other years do not matter,
    ///   because an incident belongs to one year
    public static Issue release(Counts now, List<Issue> earlier) {
        String year = now.frame().year();
        Counts counts = now;
        var carried = new HashMap<Place, Cell>();
        for (Issue issue : earlier) {
            if (!issue.counts().frame().year().equals(year)) continue;
            if (issue.counts().frame().ended() > now.frame().ended())
                throw new IllegalArgumentException("a later term has been reported already");
            counts = counts.frozenBy(issue.counts());
            issue.release().cells().forEach(carried::putIfAbsent);
        }
        return new Issue(counts, new Disclosure(counts, carried).settle());
    }

    private Release settle() {
        var heldBack = new ArrayList<Place>();
        for (var hole = hole(attacker()); hole.isPresent(); hole = hole(attacker())) {
            Place place = shown.isEmpty() ? null : cover(hole.get());
            if (place == null) throw new IllegalStateException("earlier reports were not safe");
            shown.remove(place);
            heldBack.add(place);
        }
        for (Place place : heldBack.reversed()) showAgain(place);
        return new Release(counts.frame(), cells());
    }

    /// A place that a report would withhold in vain.
    private Optional<Place> hole(Attacker attacker) {
        return counts.frame().places().stream()
                .filter(place -> !prints(place) && !attacker.isKeptFrom(place))
                .findFirst();
    }

    /// What to hold back so that this place is covered: the first that does it alone, else the
    /// first that helps, else the first. The order is fixed and looks at no count: an order by size
    /// would itself tell something.
    private Place cover(Place hole) {
        Range before = attacker().range(hole);
        Place helpful = shown.getFirst();
        boolean found = false;
        for (Place place : List.copyOf(shown)) {
            Attacker without = attackerWithout(place);
            if (without.isKeptFrom(hole)) return place;
            if (!found && !without.range(hole).equals(before)) {
                helpful = place;
                found = true;
            }
        }
        return helpful;
    }

    /// Some of what was held back early on may have become needless.
    private void showAgain(Place place) {
        shown.add(place);
        if (hole(attacker()).isPresent()) shown.remove(place);
    }

    private boolean prints(Place place) {
        return shown.contains(place) || carried.get(place) instanceof Cell.Exact;
    }

    private Attacker attackerWithout(Place place) {
        Map<Place, Integer> known = known();
        known.remove(place);
        return new Attacker(counts.frame(), known);
    }

    private Attacker attacker() {
        return new Attacker(counts.frame(), known());
    }

    private Map<Place, Integer> known() {
        var known = new HashMap<Place, Integer>();
        for (Place place : counts.frame().places())
            if (prints(place)) known.put(place, counts.at(place));
        return known;
    }

    private Map<Place, Cell> cells() {
        var cells = new LinkedHashMap<Place, Cell>();
        for (Place place : counts.frame().places())
            cells.put(
                    place, prints(place) ? new Cell.Exact(counts.at(place)) : new Cell.Withheld());
        return cells;
    }
}
