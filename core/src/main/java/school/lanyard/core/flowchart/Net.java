// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.flowchart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The arrows that leave one box under the same answer: drawn as one line that branches.
final class Net {

    private final Flowchart chart;
    private final int from;
    private final String when;
    private final boolean offered;
    private final List<Integer> targets = new ArrayList<>();
    private final Map<Integer, Map<Integer, Double>> passes = new HashMap<>();
    private double bottom;

    private Net(Flowchart chart, Arrow arrow) {
        this.chart = chart;
        this.from = arrow.from();
        this.when = arrow.when();
        this.offered = arrow.offered();
    }

    static List<Net> of(Flowchart chart) {
        var found = new LinkedHashMap<List<Object>, Net>();
        for (var arrow : chart.arrows()) {
            if (drawn(chart, arrow)) {
                found.computeIfAbsent(
                                List.of(arrow.from(), arrow.when(), arrow.offered()),
                                _ -> new Net(chart, arrow))
                        .targets
                        .add(arrow.to());
            }
        }
        return List.copyOf(found.values());
    }

    /// An arrow is drawn where it leads down, and not back to a column further left; otherwise its
    /// box says in words where it goes.
    static boolean drawn(Flowchart chart, Arrow arrow) {
        var from = chart.box(arrow.from());
        var to = chart.box(arrow.to());
        return to.row() > from.row() && to.lane() >= from.lane();
    }

    int from() {
        return from;
    }

    String when() {
        return when;
    }

    boolean offered() {
        return offered;
    }

    double bottom() {
        return bottom;
    }

    void starts(double at) {
        bottom = at;
    }

    /// Whether it is on its way below a row: it began there or above, and has boxes further down.
    boolean leaves(int row) {
        return chart.box(from).row() <= row
                && targets.stream().anyMatch(to -> chart.box(to).row() > row);
    }

    boolean passes(int row, int lane) {
        return chart.box(from).row() < row
                && targets.stream()
                        .map(chart::box)
                        .anyMatch(to -> to.lane() == lane && to.row() > row);
    }

    void pass(int row, int lane, double x) {
        passes.computeIfAbsent(row, _ -> new LinkedHashMap<>()).put(lane, x);
    }

    /// Where it passes a row, by column.
    Map<Integer, Double> passesAt(int row) {
        return passes.getOrDefault(row, Map.of());
    }

    /// The boxes of a row that it leads to.
    List<Integer> targetsIn(int row) {
        return targets.stream().filter(to -> chart.box(to).row() == row).toList();
    }

    boolean begins(int row) {
        return chart.box(from).row() == row;
    }
}
