// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.flowchart;

import java.util.ArrayList;
import java.util.List;

/// The words of one box, broken into lines for its width, and how high that makes it.
final class Card {

    private static final double PADDING = 7;

    private final Box box;
    private final double width;
    private final double size;
    private final List<Row> rows = new ArrayList<>();

    private record Row(String text, double size, boolean bold, Shape.Look look, double gap) {}

    /// A box of a width; `onward` says where it goes on besides its arrows, in words.
    Card(Box box, List<String> onward, double width, double size) {
        this.box = box;
        this.width = width;
        this.size = size;
        boolean many = box.labels().size() > 1;
        for (var label : box.labels()) {
            add(many ? "– " + label : label, size, true, Shape.Look.TEXT);
        }
        var about =
                box.who().isEmpty() || box.due().isEmpty()
                        ? box.who() + box.due()
                        : box.who() + " · " + box.due();
        add(about, size * 0.83, false, Shape.Look.QUIET);
        onward.forEach(each -> add(each, size * 0.83, true, Shape.Look.QUIET));
    }

    private void add(String text, double letters, boolean bold, Shape.Look look) {
        double gap = rows.isEmpty() ? 0 : 2;
        for (var line : Type.lines(text, letters, bold, width - indent() - PADDING)) {
            rows.add(new Row(line, letters, bold, look, gap));
            gap = 0;
        }
    }

    /// The badge with the number stands left of the words.
    private double indent() {
        return PADDING + size * 1.9;
    }

    double height() {
        double lines = rows.stream().mapToDouble(row -> row.size() * 1.2 + row.gap()).sum();
        return Math.max(lines, size * 1.7) + 2 * PADDING;
    }

    void draw(double x, double y, List<Shape> shapes) {
        shapes.add(new Shape.Area(x, y, width, height(), look()));
        double badge = size * 0.8;
        shapes.add(
                new Shape.Badge(
                        x + PADDING + badge, y + PADDING + badge, box.number(), size, look()));
        double at = y + PADDING;
        for (var row : rows) {
            at += row.gap() + row.size();
            shapes.add(
                    new Shape.Words(
                            x + indent(),
                            at,
                            row.text(),
                            row.size(),
                            row.bold(),
                            false,
                            row.look()));
            at += row.size() * 0.2;
        }
    }

    private Shape.Look look() {
        return Shape.Look.valueOf(box.kind().name());
    }
}
