// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.pack.Section;
import school.lanyard.core.pack.Slug;
import school.lanyard.core.pack.edit.Value;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;

/// A table of what is allowed, or a grid of responses, as rows and cells of a form.
public record Grid(
        String label,
        String note,
        List<Head> columns,
        List<Row> rows,
        List<Choice> marks,
        boolean manyMarks) {

    private static final String TOGETHER = "+";

    /// The heading of a column.
    public record Head(String key, String label) {}

    /// One row, with a cell for each column.
    public record Row(String key, String label, String under, List<Cell> cells) {}

    /// One cell: its field, what it is called for those who do not see the table, and what can be
    /// chosen where that differs from the other cells.
    public record Cell(String name, String label, String value, List<Choice> choices) {}

    static int indexOf(Value rows, String slug) {
        var items = rows instanceof Value.Items(var all) ? all : List.<Value>of();
        for (int at = 0; at < items.size(); at++) {
            if (Slug.of(Offers.text(items.get(at), "row")).equals(slug)) {
                return at;
            }
        }
        return -1;
    }

    static List<Value> rows(Value.Entries table) {
        return table.get("rows") instanceof Value.Items(var rows) ? rows : List.of();
    }

    private static Value.Entries columns(Value.Entries table, String key) {
        return table.get(key) instanceof Value.Entries columns ? columns : Value.Entries.NONE;
    }

    /// A table of decisions: one mark in each cell, or none where the policy does not say.
    static Grid table(Value.Entries table, Offers offers) {
        var marks = marks(offers);
        var heads = heads(columns(table, "columns"));
        var rows = new ArrayList<Row>();
        for (var row : rows(table)) {
            var label = Offers.text(row, "row");
            var cells = new ArrayList<Cell>();
            for (var head : heads) {
                var value = mark(((Value.Entries) row).get(head.key()));
                cells.add(
                        new Cell(
                                "c-" + rows.size() + "-" + head.key(),
                                head.label() + ": " + label,
                                value,
                                value.contains(TOGETHER)
                                        ? List.of(Choice.of(value, together(value, marks)))
                                        : List.of()));
            }
            rows.add(new Row(Slug.of(label), label, Offers.text(row, "under"), cells));
        }
        return new Grid(
                Offers.text(table, "label"), Offers.text(table, "note"), heads, rows, marks, false);
    }

    /// A grid of responses: each column is chosen for a row or not.
    static Grid responses(Value.Entries grid) {
        var heads = heads(columns(grid, "actions"));
        var rows = new ArrayList<Row>();
        for (var row : rows(grid)) {
            var label = Offers.text(row, "row");
            var chosen = Question.texts(((Value.Entries) row).get("actions"));
            var name = "a-" + rows.size();
            var cells =
                    heads.stream()
                            .map(head ->
                                    new Cell(
                                            name,
                                            head.label() + ": " + label,
                                            chosen.contains(head.key()) ? head.key() : "",
                                            List.of(Choice.of(head.key(), head.label()))))
                            .toList();
            rows.add(new Row(Slug.of(label), label, "", cells));
        }
        return new Grid(
                Offers.text(grid, "label"),
                Offers.text(grid, "note"),
                heads,
                rows,
                List.of(),
                true);
    }

    private static List<Head> heads(Value.Entries columns) {
        return columns.entries().stream()
                .map(each -> new Head(each.key(), Offers.text(each.value(), "label")))
                .toList();
    }

    /// Conditions are in words: nobody should have to read an expression to choose one.
    private static List<Choice> marks(Offers offers) {
        return offers.all(Section.MARKS).entries().stream()
                .map(mark -> {
                    var label = Offers.text(mark.value(), "label");
                    var says = Offers.text(mark.value(), "says");
                    return Choice.of(mark.key(), label, says);
                })
                .toList();
    }

    private static String together(String value, List<Choice> marks) {
        var labels =
                marks.stream().collect(Collectors.toMap(Choice::value, Choice::label, (a, _) -> a));
        return List.of(value.split("\\+", -1)).stream()
                .map(key -> labels.getOrDefault(key, key))
                .collect(Collectors.joining(" and "));
    }

    private static String mark(@Nullable Value value) {
        return switch (value) {
            case null -> "";
            case Value.Scalar(String key) -> key;
            case Value.Items items -> String.join(TOGETHER, Question.texts(items));
            default -> "";
        };
    }

    /// The table after a form came back: a cell that is as it was stays as it was written.
    static Value.Entries read(Value.Entries table, Form form, boolean responses) {
        var heads = heads(columns(table, responses ? "actions" : "columns"));
        var changed = new ArrayList<Value>();
        for (var row : rows(table)) {
            int at = changed.size();
            changed.add(
                    row instanceof Value.Entries entries
                            ? responses
                                    ? chosen(entries, form.all("a-" + at), heads)
                                    : marked(entries, form, at, heads)
                            : row);
        }
        return table.with("rows", new Value.Items(changed));
    }

    private static Value.Entries marked(Value.Entries row, Form form, int at, List<Head> heads) {
        var read = row;
        var last = "row";
        for (var head : heads) {
            var was = mark(row.get(head.key()));
            var is = form.text("c-" + at + "-" + head.key());
            if (!is.equals(was)) {
                read =
                        is.isEmpty()
                                ? read.without(head.key())
                                : read.with(head.key(), Value.text(is), last);
            }
            last = read.has(head.key()) ? head.key() : last;
        }
        return read;
    }

    private static Value.Entries chosen(Value.Entries row, List<String> is, List<Head> heads) {
        var was = Question.texts(row.get("actions"));
        if (is.size() == was.size() && is.containsAll(was)) {
            return row;
        }
        var known = heads.stream().map(Head::key).toList();
        var kept =
                new ArrayList<>(
                        was.stream()
                                .filter(key -> is.contains(key) || !known.contains(key))
                                .toList());
        known.stream().filter(key -> is.contains(key) && !kept.contains(key)).forEach(kept::add);
        return row.with("actions", Value.texts(kept), "row");
    }

    Form filled() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (var row : rows) {
            for (var cell : row.cells()) {
                var held = values.computeIfAbsent(cell.name(), _ -> new ArrayList<>());
                if (!cell.value().isEmpty()) {
                    held.add(cell.value());
                }
            }
        }
        return Form.of(values);
    }
}
