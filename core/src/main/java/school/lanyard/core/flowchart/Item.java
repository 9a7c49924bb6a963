// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.flowchart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// Something that takes a place in a row: a box, or a line that only passes.
///
/// @param number of the box; 0 for a line
/// @param pull where it would like to stand
record Item(int number, @Nullable Net line, double pull) {

    boolean isBox() {
        return number > 0;
    }

    Net net() {
        if (line == null) {
            throw new IllegalStateException("a box is no line");
        }
        return line;
    }

    static List<Item> of(
            Flowchart chart, List<Net> nets, Map<Integer, Sheet.Spot> spots, int row, int lane) {
        var items = new ArrayList<Item>();
        for (var box : chart.boxes()) {
            if (box.row() == row && box.lane() == lane) {
                var before =
                        nets.stream()
                                .filter(net -> net.targetsIn(row).contains(box.number()))
                                .toList();
                double own = box.number() / 100.0;
                double pull =
                        before.stream()
                                .flatMapToDouble(net -> from(net, spots, row - 1))
                                .average()
                                .orElse(0);
                items.add(new Item(box.number(), null, pull + own));
            }
        }
        for (var net : nets) {
            if (net.passes(row, lane)) {
                items.add(new Item(0, net, from(net, spots, row - 1).average().orElse(0)));
            }
        }
        items.sort(Comparator.comparingDouble(Item::pull));
        return items;
    }

    private static DoubleStream from(Net net, Map<Integer, Sheet.Spot> spots, int row) {
        var passing = net.passesAt(row).values();
        if (!passing.isEmpty()) {
            return passing.stream().mapToDouble(Double::doubleValue);
        }
        var spot = spots.get(net.from());
        return spot == null ? DoubleStream.empty() : DoubleStream.of(spot.middle());
    }
}
