// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Checks decision tables: columns, marks, and that no row or key is there twice.
final class TableCheck {

    /// What a row may hold besides its marks.
    static final Set<String> NOT_MARKS =
            Set.of(
                    "row",
                    "under",
                    "note",
                    "short",
                    "also",
                    "picture",
                    "shown-to",
                    "clauses",
                    "clauses-by-column");

    private final Known known;
    private final Yaml.Mapping marks;

    TableCheck(Known known, Yaml.Mapping marks) {
        this.known = known;
        this.marks = marks;
    }

    void run(Yaml.Mapping tables) {
        tables.children().values().forEach(this::checkTable);
    }

    private void checkTable(Yaml.Mapping table) {
        known.check(Known.Kind.ROLE, table.scalars("ask"));
        known.check(Known.Kind.GROUP, table.scalars("shown-to"));
        var outside = table.mapping("outside");
        known.checkCondition(outside.text("when"), outside.placeOf("when"));
        var columns = table.mapping("columns");
        boolean rowsAreSubjects = !table.text("subjects").equals("cells");
        columns.children()
                .forEach((key, column) -> checkColumn(key, column, rowsAreSubjects, columns));
        checkNoGroupTwice(columns);
        var rows = new HashMap<String, Integer>();
        for (var row : table.mappings("rows")) {
            checkRowOnce(row, rows, known);
            known.check(Known.Kind.GROUP, row.scalars("shown-to"));
            checkCells(row, columns.entries().keySet());
        }
    }

    private void checkColumn(
            String key, Yaml.Mapping column, boolean rowsAreSubjects, Yaml.Mapping columns) {
        known.check(Known.Kind.GROUP, column.scalars("groups"));
        known.check(Known.Kind.GROUP, column.scalars("shown-to"));
        known.check(Known.Kind.ROLE, column.scalars("ask"));
        if (rowsAreSubjects && !column.has("groups")) {
            known.fault(
                    columns.placeOf(key),
                    "The column %s speaks for no group.".formatted(key),
                    "Add a line groups: with those it speaks for.");
        }
    }

    private void checkNoGroupTwice(Yaml.Mapping columns) {
        var seen = new HashMap<String, String>();
        columns.children()
                .forEach((key, column) ->
                        column.scalars("groups")
                                .forEach(group -> checkNoGroupTwice(key, group, seen)));
    }

    private void checkNoGroupTwice(String column, Yaml.Scalar group, Map<String, String> seen) {
        var earlier = seen.putIfAbsent(group.text(), column);
        if (earlier != null) {
            known.fault(
                    group.place(),
                    "The group %s is under the column %s already.".formatted(group.text(), earlier),
                    "Keep it under one column, so that it gets one answer.");
        }
    }

    static void checkRowOnce(Yaml.Mapping row, Map<String, Integer> rows, Known known) {
        var key = Slug.of(row.text("row"));
        if (key.isEmpty()) {
            if (row.has("row")) {
                known.fault(
                        row.placeOf("row"),
                        "No key can be made from this row's label.",
                        "Give it a label with letters or digits.");
            }
            return;
        }
        var earlier = rows.putIfAbsent(key, row.place().line());
        if (earlier != null) {
            known.fault(
                    row.placeOf("row"),
                    "The row %s is already on line %d.".formatted(key, earlier),
                    "Keep one of the two, or change its label.");
        }
    }

    private void checkCells(Yaml.Mapping row, Set<String> columns) {
        for (var cell : row.entries().entrySet()) {
            if (NOT_MARKS.contains(cell.getKey())) {
                continue;
            }
            if (columns.contains(cell.getKey())) {
                checkCell(row, cell.getKey());
            } else {
                known.fault(
                        cell.getValue().place(),
                        "The table has no column %s.".formatted(cell.getKey()),
                        Suggestions.mend(cell.getKey(), columns));
            }
        }
        row.mapping("clauses-by-column").entries().keySet().stream()
                .filter(column -> !columns.contains(column))
                .forEach(column ->
                        known.fault(
                                row.mapping("clauses-by-column").placeOf(column),
                                "The table has no column %s.".formatted(column),
                                Suggestions.mend(column, columns)));
    }

    private void checkCell(Yaml.Mapping row, String column) {
        var found = row.scalars(column);
        known.check(Known.Kind.MARK, found);
        var plain = found.stream().filter(mark -> !conditional(mark)).toList();
        boolean yes = plain.stream().anyMatch(mark -> answers(mark).equals("allowed"));
        if (plain.size() > 1 || found.size() - plain.size() > 1 || (yes && found.size() > 1)) {
            known.fault(
                    row.placeOf(column),
                    "The marks in this cell contradict each other: %s."
                            .formatted(String.join(", ", texts(found))),
                    "Keep one, or a condition beside the mark it lifts.");
        }
    }

    private boolean conditional(Yaml.Scalar mark) {
        return marks.mapping(mark.text()).has("when");
    }

    private String answers(Yaml.Scalar mark) {
        return marks.mapping(mark.text()).text("answer");
    }

    private static List<String> texts(List<Yaml.Scalar> marks) {
        return marks.stream().map(Yaml.Scalar::text).toList();
    }
}
