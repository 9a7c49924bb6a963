// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/// Which counts of one column may stand beside its printed total.
///
/// The rule holds even against somebody who has this source. Whatever the column prints, for every
/// withheld count and every value below five there is another column that has this value there and
/// prints exactly the same:
///
/// - Small counts stand alone if they are many enough that each could be 0 or 4 with all of them
///   small.
/// - Otherwise the column is halved, in printing order, for as long as both halves hold nine or
///   more. A part that is not halved further is withheld whole, unless nothing in it is small. With
///   any of its counts between 0 and 4, one in the other half could hold the rest, and the part
///   would still not be halved.
final class Column {

    private static final int SMALL = Disclosure.SMALLEST_SHOWN - 1;

    /// One small count and one that may be shown.
    private static final int DIVISIBLE = SMALL + Disclosure.SMALLEST_SHOWN;

    private final ToIntFunction<Place> counts;

    Column(ToIntFunction<Place> counts) {
        this.counts = counts;
    }

    List<Place> showable(List<Place> parts) {
        if (sum(parts) <= SMALL) return List.of();
        List<Place> small = parts.stream().filter(this::isSmall).toList();
        if (!hideEachOther(small)) return halved(parts);
        return parts.stream().filter(place -> !isSmall(place)).toList();
    }

    private boolean hideEachOther(List<Place> small) {
        int sum = sum(small);
        return sum > SMALL && sum <= SMALL * (small.size() - 1);
    }

    private List<Place> halved(List<Place> parts) {
        if (parts.stream().noneMatch(this::isSmall)) return parts;
        int middle = (parts.size() + 1) / 2;
        List<Place> first = parts.subList(0, middle);
        List<Place> second = parts.subList(middle, parts.size());
        if (sum(first) < DIVISIBLE || sum(second) < DIVISIBLE) return List.of();
        var shown = new ArrayList<>(halved(first));
        shown.addAll(halved(second));
        return shown;
    }

    private boolean isSmall(Place place) {
        return counts.applyAsInt(place) <= SMALL;
    }

    private int sum(List<Place> places) {
        return places.stream().mapToInt(counts).reduce(0, Math::addExact);
    }
}
