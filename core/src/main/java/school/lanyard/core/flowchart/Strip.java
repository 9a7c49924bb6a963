// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.flowchart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lays a flowchart out one box below another: for a phone in one column, for paper in as many as
/// it takes. An arrow leads to the next box where the case can go there; each box names the others
/// that it can lead to.
final class Strip {

    private static final double WIDTH = 340;
    private static final double BETWEEN = 24;
    private static final double SIZE = 15;
    private static final double GAP = 34;

    private final Flowchart chart;
    private final int across;
    private final double height;
    private final List<List<Shape>> sheets = new ArrayList<>();
    private List<Shape> shapes = new ArrayList<>();
    private int column;
    private double left;
    private double y = 1;
    private double lowest;

    /// @param across how many columns stand on a sheet
    /// @param height of a column
    private Strip(Flowchart chart, int across, double height) {
        this.chart = chart;
        this.across = across;
        this.height = height;
        sheets.add(shapes);
    }

    static Drawing one(Flowchart chart) {
        var strip = new Strip(chart, 1, Double.MAX_VALUE);
        strip.boxes();
        return new Drawing(WIDTH, strip.y + 1, strip.shapes);
    }

    /// As many sheets as it takes, each as wide as two columns and about as high for its width as
    /// told.
    static List<Drawing> sheets(Flowchart chart, double ratio) {
        double wide = 2 * WIDTH + BETWEEN;
        var strip = new Strip(chart, 2, wide * ratio);
        strip.boxes();
        strip.notes();
        double high = strip.lowest + 1;
        return strip.sheets.stream().map(each -> new Drawing(wide + 2, high, each)).toList();
    }

    private void boxes() {
        int lane = 0;
        for (var box : chart.boxes()) {
            if (box.lane() != lane) {
                lane = box.lane();
                room(SIZE * 2.4 + card(box, false).height());
                title(chart.lanes().get(lane));
            }
            draw(box);
        }
    }

    private void title(String text) {
        y += SIZE * 1.6;
        words(left, y, text, SIZE * 1.15);
        y += SIZE * 0.8;
    }

    private void draw(Box box) {
        room(card(box, false).height());
        var next = next(box).filter(this::fits);
        var card = card(box, next.isPresent());
        card.draw(left + 1, y, shapes);
        y += card.height();
        lowest = Math.max(lowest, y);
        next.ifPresentOrElse(this::arrow, () -> y += GAP / 2);
    }

    /// A box that the next one follows by an arrow does not name it.
    private Card card(Box box, boolean joined) {
        var next = next(box).filter(_ -> joined);
        var onward =
                Onward.words(
                        chart.from(box.number()).stream()
                                .filter(arrow -> !next.filter(arrow::equals).isPresent())
                                .toList());
        return new Card(box, onward, WIDTH - 2, SIZE);
    }

    private Optional<Arrow> next(Box box) {
        return chart.from(box.number()).stream().filter(this::leadsOn).findFirst();
    }

    private boolean leadsOn(Arrow arrow) {
        return arrow.to() == arrow.from() + 1
                && chart.box(arrow.from()).lane() == chart.box(arrow.to()).lane();
    }

    /// Whether the box that an arrow leads to still stands in this column.
    private boolean fits(Arrow arrow) {
        double ahead =
                card(chart.box(arrow.from()), true).height()
                        + length(words(arrow))
                        + card(chart.box(arrow.to()), false).height();
        return y + ahead <= height;
    }

    /// Goes on in the next column where so much does not stand in this one.
    private void room(double needed) {
        if (y + needed <= height || y == 1) {
            return;
        }
        column++;
        left = column % across * (WIDTH + BETWEEN);
        y = 1;
        if (column % across == 0) {
            shapes = new ArrayList<>();
            sheets.add(shapes);
        }
    }

    private void arrow(Arrow arrow) {
        double x = left + 30;
        var lines = words(arrow);
        double length = length(lines);
        shapes.add(
                new Shape.Line(
                        List.of(new Shape.Point(x, y), new Shape.Point(x, y + length)),
                        arrow.offered(),
                        true));
        double at = y + SIZE + 2;
        for (var line : lines) {
            words(x + 12, at, line, SIZE * 0.83);
            at += SIZE;
        }
        y += length;
    }

    private static List<String> words(Arrow arrow) {
        return Type.lines(arrow.when(), SIZE * 0.83, true, WIDTH - 46);
    }

    private static double length(List<String> lines) {
        return Math.max(GAP, lines.size() * SIZE + 14);
    }

    private void notes() {
        for (var note : chart.anywhen()) {
            var lines = Type.lines(note, SIZE, true, WIDTH);
            room(lines.size() * SIZE * 1.3);
            for (var line : lines) {
                y += SIZE * 1.3;
                words(left, y, line, SIZE);
            }
            lowest = Math.max(lowest, y);
        }
    }

    private void words(double x, double at, String text, double size) {
        shapes.add(new Shape.Words(x, at, text, size, true, false, Shape.Look.TEXT));
    }
}
