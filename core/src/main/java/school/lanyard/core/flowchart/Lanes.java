// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.flowchart;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import school.lanyard.core.playbook.Playbook;

/// Puts boxes into the columns and rows of a chart: one column for each track, and each box below
/// those that lead to it. A way back to a column further left moves nothing.
final class Lanes {

    /// A way between two boxes, by the first step of each.
    record Way(String from, String to) {}

    /// A chart with more boxes than this stands on a wider sheet.
    static final int MANY = 24;

    private final Playbook book;
    private final List<String> boxes;
    private final List<Way> down;
    private final Map<String, Integer> rows = new LinkedHashMap<>();

    Lanes(Playbook book, List<String> boxes, List<Way> ways) {
        this.book = book;
        this.boxes = boxes;
        this.down = ways.stream().filter(way -> lane(way.to()) >= lane(way.from())).toList();
        boxes.forEach(box -> rows.put(box, 0));
        settle();
        while (thin()) {
            settle();
        }
    }

    /// How much of the sheet's width a column has: more where it has more boxes.
    static double share(int lane, int lanes, List<Box> boxes) {
        double even = 1.0 / lanes;
        double own =
                boxes.stream().filter(box -> box.lane() == lane).count() / (double) boxes.size();
        return lanes == 1 ? 1 : lanes == 2 ? Math.clamp(own, 0.4, 0.6) : even;
    }

    /// Moves one box down from a row that has too many for its column: the one after which the
    /// least follows.
    private boolean thin() {
        for (var box : boxes) {
            var beside =
                    boxes.stream()
                            .filter(other -> lane(other) == lane(box) && row(other) == row(box))
                            .toList();
            if (beside.size() > most(lane(box))) {
                var least =
                        beside.stream()
                                .min(Comparator.comparingInt(each -> follows(each, 0)))
                                .orElse(box);
                rows.merge(least, 1, Integer::sum);
                return true;
            }
        }
        return false;
    }

    private int most(int lane) {
        double own =
                boxes.stream().filter(box -> lane(box) == lane).count() / (double) boxes.size();
        return titles().size() == 1 ? 4 : (own > 0.6 ? 3 : 2) + (boxes.size() > MANY ? 1 : 0);
    }

    private int follows(String box, int deep) {
        return deep > boxes.size()
                ? deep
                : down.stream()
                        .filter(way -> way.from().equals(box) && before(way))
                        .mapToInt(way -> follows(way.to(), deep + 1))
                        .max()
                        .orElse(deep);
    }

    /// Each pass moves a box below those before it; a circle stops at as many passes as boxes.
    private void settle() {
        for (int pass = 0; pass < boxes.size(); pass++) {
            for (var way : down) {
                if (before(way)) {
                    rows.merge(way.to(), row(way.from()) + 1, Math::max);
                }
            }
        }
    }

    /// A way against the playbook's own order is a way back.
    private boolean before(Way way) {
        return book.steps().indexOf(book.step(way.from()))
                < book.steps().indexOf(book.step(way.to()));
    }

    int lane(String box) {
        var on = book.step(box).card().tracks();
        if (on.size() != 1) {
            return 0;
        }
        for (int lane = 0; lane < book.tracks().size(); lane++) {
            if (book.tracks().get(lane).key().equals(on.getFirst())) {
                return lane;
            }
        }
        return 0;
    }

    int row(String box) {
        return rows.getOrDefault(box, 0);
    }

    List<String> titles() {
        return book.tracks().stream().map(track -> track.label()).toList();
    }

    /// The boxes column by column, and in each from top to bottom.
    List<String> order() {
        return boxes.stream()
                .sorted(Comparator.comparingInt(this::lane).thenComparingInt(this::row))
                .toList();
    }
}
