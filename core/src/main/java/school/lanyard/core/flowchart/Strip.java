// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.flowchart;

import java.util.ArrayList;
import java.util.List;

/// Lays a flowchart out for a phone: one box below another. An arrow leads to the next box where
/// the case can go there; each box names the others that it can lead to.
final class Strip {

    private static final double WIDTH = 340;
    private static final double SIZE = 15;
    private static final double GAP = 34;

    private final Flowchart chart;
    private final List<Shape> shapes = new ArrayList<>();
    private double y = 1;

    Strip(Flowchart chart) {
        this.chart = chart;
    }

    Drawing drawing() {
        int lane = 0;
        for (var box : chart.boxes()) {
            if (box.lane() != lane) {
                lane = box.lane();
                title(chart.lanes().get(lane));
            }
            draw(box);
        }
        return new Drawing(WIDTH, y + 1, shapes);
    }

    private void title(String text) {
        y += SIZE * 1.6;
        shapes.add(new Shape.Words(0, y, text, SIZE * 1.15, true, false, Shape.Look.TEXT));
        y += SIZE * 0.8;
    }

    private void draw(Box box) {
        var next = chart.from(box.number()).stream().filter(this::leadsOn).findFirst();
        var onward =
                Onward.words(
                        chart.from(box.number()).stream()
                                .filter(arrow -> !next.filter(arrow::equals).isPresent())
                                .toList());
        var card = new Card(box, onward, WIDTH - 2, SIZE);
        card.draw(1, y, shapes);
        y += card.height();
        next.ifPresentOrElse(this::arrow, () -> y += GAP / 2);
    }

    private boolean leadsOn(Arrow arrow) {
        return arrow.to() == arrow.from() + 1
                && chart.box(arrow.from()).lane() == chart.box(arrow.to()).lane();
    }

    private void arrow(Arrow arrow) {
        double x = 30;
        var lines = Type.lines(arrow.when(), SIZE * 0.83, true, WIDTH - x - 16);
        double height = Math.max(GAP, lines.size() * SIZE + 14);
        shapes.add(
                new Shape.Line(
                        List.of(new Shape.Point(x, y), new Shape.Point(x, y + height)),
                        arrow.offered(),
                        true));
        double at = y + SIZE + 2;
        for (var line : lines) {
            shapes.add(
                    new Shape.Words(x + 12, at, line, SIZE * 0.83, true, false, Shape.Look.TEXT));
            at += SIZE;
        }
        y += height;
    }
}
