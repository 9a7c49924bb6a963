// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.flowchart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Draws the arrows between one row of boxes and the next: down from a box, along a level of their
/// own where they must move sideways, and down again.
final class Gap {

    private static final double LEVEL = 8;
    private static final double HEAD = 12;
    private static final double LETTERS = Sheet.SIZE * 0.83;

    private final List<Net> nets;
    private final Map<Integer, Sheet.Spot> spots;
    private final int row;
    private final double above;
    private final double top;

    /// Where a line meets a box.
    private record End(Net net, int box) {}

    /// One line through the gap: where it comes in, and where it goes out.
    private record Run(Net net, double x, double from, List<Double> boxes, List<Double> passes) {

        double left() {
            return ends().mapToDouble(Double::doubleValue).min().orElse(x);
        }

        double right() {
            return ends().mapToDouble(Double::doubleValue).max().orElse(x);
        }

        private Stream<Double> ends() {
            return Stream.of(List.of(x), boxes, passes).flatMap(List::stream);
        }

        boolean straight() {
            return right() - left() < 1;
        }
    }

    Gap(List<Net> nets, Map<Integer, Sheet.Spot> spots, int row, double above, double top) {
        this.nets = nets.stream().filter(net -> net.leaves(row)).toList();
        this.spots = spots;
        this.row = row;
        this.above = above;
        this.top = top;
    }

    /// Draws them, and answers where the next row begins.
    double draw(List<Shape> behind, List<Shape> shapes, double extra) {
        var starts = starts();
        var ends = ends(starts);
        double words = labels(starts, shapes);
        var runs = new ArrayList<Run>();
        for (var net : nets) {
            var boxes =
                    net.targetsIn(row + 1).stream()
                            .map(to -> ends.getOrDefault(new End(net, to), 0.0))
                            .toList();
            var passes = List.copyOf(net.passesAt(row + 1).values());
            if (net.begins(row)) {
                runs.add(new Run(net, starts.getOrDefault(net, 0.0), net.bottom(), boxes, passes));
            } else {
                passing(net, boxes, passes, runs);
            }
        }
        var levels = levels(runs);
        int most = levels.values().stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
        double next = top + words + most * LEVEL + HEAD + extra;
        for (var run : runs) {
            double level = top + words + (levels.getOrDefault(run, 0) + 0.5) * LEVEL;
            run.boxes().forEach(x -> behind.add(line(run, level, x, next, true)));
            run.passes().forEach(x -> behind.add(line(run, level, x, next, false)));
        }
        return next;
    }

    /// A line that comes from further up goes on in each column by itself.
    private void passing(Net net, List<Double> boxes, List<Double> passes, List<Run> runs) {
        var here = net.passesAt(row);
        for (var at : here.values()) {
            runs.add(new Run(net, at, above, nearest(at, boxes, here), nearest(at, passes, here)));
        }
    }

    private static List<Double> nearest(double at, List<Double> ends, Map<Integer, Double> here) {
        return ends.stream()
                .filter(end ->
                        here.values().stream()
                                .allMatch(other -> Math.abs(end - at) <= Math.abs(end - other)))
                .toList();
    }

    private Map<Net, Double> starts() {
        var found = new LinkedHashMap<Net, Double>();
        for (var entry : spots.entrySet()) {
            var own =
                    nets.stream()
                            .filter(net -> net.begins(row) && net.from() == entry.getKey())
                            .sorted(Comparator.comparingDouble(this::aim))
                            .toList();
            var spot = entry.getValue();
            for (int i = 0; i < own.size(); i++) {
                found.put(own.get(i), spot.x() + spot.width() * (i + 0.5) / own.size());
            }
        }
        return found;
    }

    private double aim(Net net) {
        var ends = new ArrayList<Double>(net.passesAt(row + 1).values());
        net.targetsIn(row + 1)
                .forEach(to -> {
                    var spot = spots.get(to);
                    if (spot != null) {
                        ends.add(spot.middle());
                    }
                });
        return ends.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /// Where each line meets the top of the box that it leads to.
    private Map<End, Double> ends(Map<Net, Double> starts) {
        var found = new LinkedHashMap<End, Double>();
        for (var entry : spots.entrySet()) {
            int to = entry.getKey();
            var spot = entry.getValue();
            var into =
                    nets.stream()
                            .filter(net -> net.targetsIn(row + 1).contains(to))
                            .sorted(Comparator.comparingDouble(net -> source(net, starts)))
                            .toList();
            for (int i = 0; i < into.size(); i++) {
                var net = into.get(i);
                double at = spot.x() + spot.width() * (i + 0.5) / into.size();
                double source = source(net, starts);
                boolean under = source > spot.x() + HEAD && source < spot.x() + spot.width() - HEAD;
                found.put(new End(net, to), into.size() == 1 && under ? source : at);
            }
        }
        return found;
    }

    private double source(Net net, Map<Net, Double> starts) {
        var start = starts.get(net);
        return start != null
                ? start
                : net.passesAt(row).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(0);
    }

    /// Writes the answers beside their lines, and answers how much room they took.
    private double labels(Map<Net, Double> starts, List<Shape> shapes) {
        double height = 4;
        for (var each : starts.entrySet()) {
            var net = each.getKey();
            var spot = spots.get(net.from());
            var words =
                    net.offered()
                            ? (net.when().isEmpty()
                                    ? "if you choose to"
                                    : net.when() + ": if you choose to")
                            : net.when();
            if (words.isEmpty() || spot == null) {
                continue;
            }
            long lines =
                    starts.keySet().stream().filter(other -> other.from() == net.from()).count();
            double width = lines == 1 ? spot.width() / 2 - 6 : spot.width() / lines - 10;
            double at = top + 3;
            for (var line : Type.lines(words, LETTERS, true, width)) {
                at += LETTERS * 1.15;
                double wide = Type.width(line, LETTERS, true);
                shapes.add(
                        new Shape.Area(
                                each.getValue() + 3,
                                at - LETTERS,
                                wide + 4,
                                LETTERS * 1.25,
                                Shape.Look.LABEL));
                shapes.add(
                        new Shape.Words(
                                each.getValue() + 5,
                                at,
                                line,
                                LETTERS,
                                true,
                                false,
                                Shape.Look.TEXT));
            }
            height = Math.max(height, at - top + 4);
        }
        return height;
    }

    /// Lines that would lie on one another get levels of their own.
    private static Map<Run, Integer> levels(List<Run> runs) {
        var levels = new LinkedHashMap<Run, Integer>();
        var sideways =
                runs.stream()
                        .filter(run -> !run.straight())
                        .sorted(Comparator.comparingDouble(Run::left))
                        .toList();
        for (var run : sideways) {
            int level = 0;
            while (taken(run, level, levels)) {
                level++;
            }
            levels.put(run, level);
        }
        return levels;
    }

    private static boolean taken(Run run, int level, Map<Run, Integer> levels) {
        return levels.entrySet().stream()
                .filter(each -> each.getValue() == level)
                .anyMatch(each ->
                        each.getKey().left() < run.right() + 4
                                && run.left() < each.getKey().right() + 4);
    }

    private static Shape line(Run run, double level, double x, double down, boolean head) {
        var points = new ArrayList<Shape.Point>();
        points.add(new Shape.Point(run.x(), run.from()));
        if (Math.abs(x - run.x()) > 1) {
            points.add(new Shape.Point(run.x(), level));
            points.add(new Shape.Point(x, level));
        }
        points.add(new Shape.Point(x, down));
        return new Shape.Line(points, run.net().offered(), head);
    }
}
