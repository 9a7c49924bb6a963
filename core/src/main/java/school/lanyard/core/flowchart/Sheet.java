// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.flowchart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Lays a flowchart out for a sheet of paper: the tracks side by side, each box below those that
/// lead to it, and arrows in the gaps between the rows.
final class Sheet {

    private static final double A4 = 744;
    private static final double LARGER = 900;
    static final double SIZE = 11.2;
    static final double GAP = 10;
    private static final double BETWEEN = 14;
    private static final double DUMMY = 8;
    private static final double WIDEST = 250;
    private static final double TITLE = 20;

    private final Flowchart chart;
    private final double sheet;
    private final int lanes;
    private final int rows;

    /// The first row that has a box beside the first column.
    private final int split;

    private final List<Net> nets;
    private final List<Shape> behind = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final Map<Integer, Spot> spots = new HashMap<>();
    private double y = 1;

    /// Where a box stands.
    record Spot(double x, double width, Card card) {
        double middle() {
            return x + width / 2;
        }
    }

    Sheet(Flowchart chart) {
        this.chart = chart;
        this.sheet = chart.boxes().size() > Lanes.MANY ? LARGER : A4;
        this.lanes = 1 + chart.boxes().stream().mapToInt(Box::lane).max().orElse(0);
        this.rows = 1 + chart.boxes().stream().mapToInt(Box::row).max().orElse(0);
        this.split =
                chart.boxes().stream()
                        .filter(box -> box.lane() > 0)
                        .mapToInt(Box::row)
                        .min()
                        .orElse(0);
        this.nets = Net.of(chart);
    }

    Drawing drawing() {
        double top = 0;
        arrange(0);
        for (int row = 0; row < rows; row++) {
            if (row == split && lanes > 1) {
                y += row == 0 ? TITLE + 6 : 0;
                top = y - TITLE - 6;
            }
            double above = y;
            double bottom = draw(row);
            if (row + 1 < rows) {
                arrange(row + 1);
                y = new Gap(nets, spots, row, above, bottom).draw(behind, shapes, extra(row));
            } else {
                y = bottom;
            }
        }
        y += 8;
        grounds(top);
        notes();
        behind.addAll(shapes);
        return new Drawing(sheet, y + 1, behind);
    }

    private double extra(int row) {
        return row + 1 == split && lanes > 1 ? TITLE + 6 : 0;
    }

    /// Puts the boxes of a row, and the lines that only pass it, side by side in each column: each
    /// as near to what leads to it as its neighbours let it.
    private void arrange(int row) {
        boolean across = row < split || lanes == 1;
        for (int lane = 0; lane < lanes; lane++) {
            arrange(row, lane, across);
        }
    }

    private void arrange(int row, int lane, boolean across) {
        var items = Item.of(chart, nets, spots, row, lane);
        if (items.isEmpty()) {
            return;
        }
        double laneWidth = across ? sheet : width(lane);
        double left = across ? 0 : left(lane);
        double inner = laneWidth - (across ? 2 : 2 * GAP);
        long boxes = items.stream().filter(Item::isBox).count();
        double free = inner - (items.size() - boxes) * DUMMY - (items.size() - 1) * GAP;
        double width = boxes == 0 ? 0 : Math.min(across ? WIDEST + 60 : WIDEST, free / boxes);
        double used = boxes * width + (items.size() - boxes) * DUMMY + (items.size() - 1) * GAP;
        double x = left + (laneWidth - used) / 2;
        for (var item : items) {
            double own = item.isBox() ? width : DUMMY;
            if (item.isBox()) {
                var box = chart.box(item.number());
                spots.put(
                        box.number(), new Spot(x, width, new Card(box, onward(box), width, SIZE)));
            } else {
                item.net().pass(row, lane, x + own / 2);
            }
            x += own + GAP;
        }
    }

    /// A column with more boxes is wider.
    private double width(int lane) {
        return Lanes.share(lane, lanes, chart.boxes()) * (sheet - (lanes - 1) * BETWEEN);
    }

    private double left(int lane) {
        double left = 0;
        for (int before = 0; before < lane; before++) {
            left += width(before) + BETWEEN;
        }
        return left;
    }

    private List<String> onward(Box box) {
        return Onward.words(
                chart.from(box.number()).stream()
                        .filter(arrow -> !Net.drawn(chart, arrow))
                        .toList());
    }

    /// Draws the boxes of a row, and answers where it ends.
    private double draw(int row) {
        double lowest = y;
        for (var box : chart.boxes()) {
            if (box.row() == row) {
                var spot = spots.get(box.number());
                if (spot != null) {
                    spot.card().draw(spot.x(), y, shapes);
                    double bottom = y + spot.card().height();
                    nets.stream()
                            .filter(net -> net.from() == box.number())
                            .forEach(net -> net.starts(bottom));
                    lowest = Math.max(lowest, bottom);
                }
            }
        }
        return lowest;
    }

    private void grounds(double top) {
        if (lanes < 2) {
            return;
        }
        for (int lane = lanes - 1; lane >= 0; lane--) {
            double x = left(lane);
            double words = Type.width(chart.lanes().get(lane), SIZE * 1.1, true);
            behind.addFirst(new Shape.Area(x, top, width(lane), y - top, Shape.Look.GROUND));
            shapes.add(
                    new Shape.Area(x + 2, top + 3, words + 2 * GAP, TITLE - 4, Shape.Look.GROUND));
            shapes.add(
                    new Shape.Words(
                            x + GAP,
                            top + 15,
                            chart.lanes().get(lane),
                            SIZE * 1.1,
                            true,
                            false,
                            Shape.Look.TEXT));
        }
    }

    private void notes() {
        for (var note : chart.anywhen()) {
            for (var line : Type.lines(note, SIZE, false, sheet)) {
                y += SIZE * 1.5;
                shapes.add(new Shape.Words(0, y, line, SIZE, false, false, Shape.Look.TEXT));
            }
            y += 2;
        }
    }
}
