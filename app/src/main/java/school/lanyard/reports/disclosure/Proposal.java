// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.disclosure;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a report would print, going by the rules for columns.
///
/// Terms told one by one stand or fall alone, each with its tables. A whole year told at once is
/// told as a year: its terms are counted, but have no tables of their own, which would cross with
/// the year's. A year whose terms were told before adds up only what they printed: any other sum
/// would help somebody who has this source.
final class Proposal {

    private final Counts counts;
    private final Frame frame;
    private final Column column;
    private final Set<Place> printed = new HashSet<>();

    private Proposal(Counts counts) {
        this.counts = counts;
        this.frame = counts.frame();
        this.column = new Column(counts::at);
    }

    /// Every place that may be printed, those that earlier reports printed included.
    static Set<Place> of(Counts counts, Map<Place, Cell> carried) {
        var proposal = new Proposal(counts);
        if (counts.frame().whole() && carried.isEmpty()) proposal.proposeYear();
        else proposal.proposeTerms(carried);
        return proposal.printed;
    }

    private void proposeYear() {
        Place year = new Place.OfYear();
        if (!isLarge(year)) return;
        printed.add(year);
        printed.addAll(column.showable(terms()));
        for (Frame.Sum sum : frame.columns())
            if (sum.whole().equals(year)) printed.addAll(column.showable(sum.parts()));
    }

    private void proposeTerms(Map<Place, Cell> carried) {
        carried.forEach((place, cell) -> {
            if (cell instanceof Cell.Exact) printed.add(place);
        });
        for (Place term : terms()) if (!carried.containsKey(term)) proposeTerm(term);
        for (Frame.Sum sum : frame.acrossTerms())
            if (!carried.containsKey(sum.whole()) && printed.containsAll(sum.parts()))
                printed.add(sum.whole());
    }

    private void proposeTerm(Place term) {
        if (!isLarge(term)) return;
        printed.add(term);
        for (Frame.Sum sum : frame.columns())
            if (sum.whole().equals(term)) printed.addAll(column.showable(sum.parts()));
    }

    private boolean isLarge(Place place) {
        return counts.at(place) >= Disclosure.SMALLEST_SHOWN;
    }

    private List<Place> terms() {
        return frame.endedTerms().stream().<Place>map(Place.OfTerm::new).toList();
    }
}
