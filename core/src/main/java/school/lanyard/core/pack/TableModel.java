// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.decision.Answer;
import school.lanyard.core.decision.Cell;
import school.lanyard.core.decision.Column;
import school.lanyard.core.decision.Condition;
import school.lanyard.core.decision.DecisionTable;
import school.lanyard.core.decision.Mark;
import school.lanyard.core.decision.Shown;
import school.lanyard.core.decision.Subject;

/// Builds decision tables from checked trees.
final class TableModel {

    private static final String EVERYONE = "everyone";

    private final Map<String, FactType> facts;
    private final Map<String, Mark> marks;
    private final List<String> groups;
    private final String ask;

    TableModel(
            Yaml.Mapping marks,
            Map<String, FactType> facts,
            Collection<String> groups,
            String ask) {
        this.facts = facts;
        this.groups = List.copyOf(groups);
        this.marks = PackModel.each(marks, this::mark);
        this.ask = ask;
    }

    private Mark mark(String key, Yaml.Mapping mark) {
        var answer = answer(mark.text("answer"));
        var condition = condition(mark);
        if (condition == null) {
            return Mark.plain(key, mark.text("label"), answer);
        }
        var unsettled = answer == Answer.ALLOWED ? Answer.ALLOWED_WHEN : answer;
        return new Mark(
                key,
                mark.text("label"),
                answer,
                condition,
                mark.has("otherwise") ? answer(mark.text("otherwise")) : Answer.NOT_ALLOWED,
                mark.has("unknown") ? answer(mark.text("unknown")) : unsettled);
    }

    private @Nullable Condition condition(Yaml.Mapping from) {
        return from.has("when")
                ? new CelCondition(from.text("says"), from.text("when"), facts)
                : null;
    }

    private static Answer answer(String key) {
        for (var answer : Answer.values()) {
            if (answer.key().equals(key)) {
                return answer;
            }
        }
        throw new IllegalArgumentException("no answer " + key);
    }

    DecisionTable table(String key, Yaml.Mapping table) {
        boolean cells = table.text("subjects").equals("cells");
        var columns = cells ? List.of(everyone(table)) : columns(table);
        return new DecisionTable(
                key,
                table.text("label"),
                table.text("note"),
                condition(table.mapping("outside")),
                marks,
                columns,
                cells ? cellSubjects(table) : rowSubjects(table));
    }

    private List<Column> columns(Yaml.Mapping table) {
        return List.copyOf(PackModel.each(table.mapping("columns"), column(table)).values());
    }

    private java.util.function.BiFunction<String, Yaml.Mapping, Column> column(Yaml.Mapping table) {
        var otherwise = table.text("ask", ask);
        return (key, column) ->
                new Column(
                        key,
                        column.text("label"),
                        column.texts("groups"),
                        column.text("ask", otherwise));
    }

    /// Where each cell is a subject of its own, the same answer stands whoever asks.
    private Column everyone(Yaml.Mapping table) {
        return new Column(EVERYONE, table.text("label"), groups, table.text("ask", ask));
    }

    private Map<String, Subject> rowSubjects(Yaml.Mapping table) {
        var found = new LinkedHashMap<String, Subject>();
        var columns = table.mapping("columns").entries().keySet();
        for (var row : table.mappings("rows")) {
            var key = Slug.of(row.text("row"));
            var cells = new LinkedHashMap<String, Cell>();
            columns.stream().filter(row::has).forEach(c -> cells.put(c, cell(row, c)));
            var clauses = new LinkedHashMap<String, List<String>>();
            columns.forEach(column -> clauses.put(column, clauses(row, column)));
            found.put(
                    key,
                    new Subject(
                            key,
                            row.text("row"),
                            row.text("under"),
                            row.text("note"),
                            cells,
                            clauses,
                            shown(row, table)));
        }
        return found;
    }

    private Map<String, Subject> cellSubjects(Yaml.Mapping table) {
        var found = new LinkedHashMap<String, Subject>();
        table.mapping("columns")
                .children()
                .forEach((column, heading) ->
                        table.mappings("rows")
                                .forEach(row -> add(found, column, heading, row, table)));
        return found;
    }

    private void add(
            Map<String, Subject> found,
            String column,
            Yaml.Mapping heading,
            Yaml.Mapping row,
            Yaml.Mapping table) {
        var key = column + "/" + Slug.of(row.text("row"));
        found.put(
                key,
                new Subject(
                        key,
                        heading.text("label") + ": " + row.text("row"),
                        heading.text("label"),
                        row.text("note"),
                        Map.of(EVERYONE, cell(row, column)),
                        Map.of(EVERYONE, clauses(row, column)),
                        shownCell(heading, row, table)));
    }

    private static Shown shown(Yaml.Mapping row, Yaml.Mapping table) {
        return new Shown(
                row.texts("also"),
                row.text("short", row.text("row")),
                row.text("picture"),
                to(row).or(() -> to(table)));
    }

    /// A cell answers to the words of its column and of its row, and is shown to those whom both
    /// name.
    private static Shown shownCell(Yaml.Mapping heading, Yaml.Mapping row, Yaml.Mapping table) {
        var words = new ArrayList<>(heading.texts("also"));
        words.addAll(row.texts("also"));
        var above = to(heading);
        var beside = to(row);
        var both = above.flatMap(groups -> beside.map(rows -> both(groups, rows)));
        return new Shown(
                words,
                row.text("short", heading.text("label") + ": " + row.text("row")),
                row.text("picture", heading.text("picture")),
                both.or(() -> above).or(() -> beside).or(() -> to(table)));
    }

    private static Optional<Set<String>> to(Yaml.Mapping part) {
        return part.has("shown-to")
                ? Optional.of(Set.copyOf(part.texts("shown-to")))
                : Optional.empty();
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        var both = new LinkedHashSet<>(one);
        both.retainAll(other);
        return both;
    }

    private Cell cell(Yaml.Mapping row, String column) {
        return new Cell(
                row.texts(column).stream()
                        .map(mark -> Objects.requireNonNull(marks.get(mark), mark))
                        .collect(Collectors.toUnmodifiableList()));
    }

    /// What an answer names: the clauses that it keeps, and those that it only quotes.
    private static List<String> clauses(Yaml.Mapping row, String column) {
        var own = row.mapping("clauses-by-column").texts(column);
        var named = new ArrayList<>(own.isEmpty() ? row.texts("clauses") : own);
        named.addAll(row.texts("quotes"));
        return List.copyOf(named);
    }
}
