// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import school.lanyard.core.decision.Column;
import school.lanyard.core.decision.DecisionTable;
import school.lanyard.core.decision.Subject;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Told;

/// Sets a table of decisions out as it is printed, each cell with the answer that the policy gives
/// while nothing else is known.
final class Marks {

    private final Pack pack;
    private final DecisionTable table;

    Marks(Pack pack, DecisionTable table) {
        this.pack = pack;
        this.table = table;
    }

    Block answers() {
        return cells() ? matrix() : rows();
    }

    /// Where each cell is asked about by itself, the key of a subject is its column and its row.
    private boolean cells() {
        return table.subjects().values().stream().allMatch(subject -> subject.key().contains("/"));
    }

    private Block rows() {
        return answers(
                table.columns().stream().map(Column::label).toList(),
                table.subjects().values().stream()
                        .map(subject ->
                                new Block.Answers.Row(
                                        subject.label(),
                                        subject.heading(),
                                        subject.note(),
                                        table.columns().stream()
                                                .map(column -> told(column, subject))
                                                .toList()))
                        .toList());
    }

    private Block matrix() {
        var columns = new LinkedHashMap<String, Map<String, Subject>>();
        var rows = new LinkedHashMap<String, String>();
        var notes = new LinkedHashMap<String, String>();
        for (var subject : table.subjects().values()) {
            var row = subject.key().substring(subject.key().indexOf('/') + 1);
            columns.computeIfAbsent(subject.heading(), _ -> new LinkedHashMap<>())
                    .put(row, subject);
            notes.put(row, subject.note());
            rows.put(row, subject.label().substring(subject.heading().length() + 2));
        }
        var lines = new ArrayList<Block.Answers.Row>();
        rows.forEach((key, label) ->
                lines.add(
                        new Block.Answers.Row(
                                label,
                                "",
                                notes.getOrDefault(key, ""),
                                columns.values().stream()
                                        .map(column -> column.get(key))
                                        .filter(Objects::nonNull)
                                        .map(subject -> told(table.columns().getFirst(), subject))
                                        .toList())));
        return answers(List.copyOf(columns.keySet()), lines);
    }

    private Block answers(List<String> columns, List<Block.Answers.Row> rows) {
        return new Block.Answers(table.label(), table.note(), columns, rows);
    }

    private Told told(Column column, Subject subject) {
        var group =
                column.groups().stream()
                        .filter(each -> table.columnFor(each).filter(column::equals).isPresent())
                        .findFirst()
                        .orElse(column.groups().getFirst());
        return pack.decide().tell(group, table.key() + "/" + subject.key(), Map.of());
    }
}
