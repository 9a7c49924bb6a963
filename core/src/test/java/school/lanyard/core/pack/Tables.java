// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The five tables of the policy as facts, and the packs they are compared with.
final class Tables {

    static final Path PACKS = Path.of("..", "packs");

    private Tables() {}

    static Pack boughtonLeigh() {
        return sound("boughton-leigh");
    }

    static Pack sound(String key) {
        return switch (Packs.in(PACKS).load(key)) {
            case Loaded.Sound(var pack) -> pack;
            case Loaded.Broken(_, var faults) -> throw new AssertionError(faults);
        };
    }

    /// The rows of a table by column name.
    static List<Map<String, String>> rows(String table) {
        var lines = text("/tables/boughton-leigh-" + table + ".csv").lines().toList();
        var heads = cells(lines.getFirst());
        var rows = new ArrayList<Map<String, String>>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = cells(line);
            var row = new LinkedHashMap<String, String>();
            for (int column = 0; column < heads.size(); column++) {
                row.put(heads.get(column), cells.get(column));
            }
            rows.add(row);
        }
        return rows;
    }

    static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(Tables.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
