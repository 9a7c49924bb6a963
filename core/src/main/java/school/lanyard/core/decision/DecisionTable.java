// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.decision;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A table of the policy, as it is printed: subjects down, columns across, marks between.
///
/// `outside` says what the table does not speak about (such as use in lessons); where that is known
/// to be so, the answer is that the policy does not state it here.
public record DecisionTable(
        String key,
        String label,
        String note,
        @Nullable Condition outside,
        Map<String, Mark> marks,
        List<Column> columns,
        Map<String, Subject> subjects) {

    public DecisionTable {
        marks = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(marks));
        columns = List.copyOf(columns);
        subjects = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(subjects));
    }

    /// The column that speaks for a group of people: one that names it, else none.
    public Optional<Column> columnFor(String group) {
        return columns.stream().filter(column -> column.groups().contains(group)).findFirst();
    }

    /// Decides for somebody of a group; the facts given have been checked against their types.
    ///
    /// Empty when no column speaks for the group: the caller then says that the policy is silent.
    public Optional<Decision> decide(Subject subject, String group, Map<String, Object> given) {
        return columnFor(group).map(column -> decide(subject, column, given));
    }

    /// The facts that could change the answer for a group, in the order to ask them in.
    public List<String> facts(Subject subject, String group) {
        var facts = new LinkedHashSet<String>();
        columnFor(group)
                .flatMap(column -> subject.cell(column.key()).ruling())
                .map(Mark::condition)
                .ifPresent(condition -> facts.addAll(condition.needs()));
        if (outside != null && columnFor(group).isPresent()) {
            facts.addAll(outside.needs());
        }
        return List.copyOf(facts);
    }

    /// Whether the page for a group of people shows a subject.
    public boolean shows(Subject subject, String group, boolean child) {
        boolean marked =
                columnFor(group).flatMap(column -> subject.cell(column.key()).ruling()).isPresent();
        return subject.shown().to(group, child, marked);
    }

    private Decision decide(Subject subject, Column column, Map<String, Object> given) {
        var clauses = subject.clauses(column.key());
        if (outside != null
                && given.keySet().containsAll(outside.needs())
                && outside.holds(given)) {
            return new Decision(
                    Answer.NOT_STATED, outside.says(), List.of(), column.ask(), clauses);
        }
        return subject.cell(column.key())
                .ruling()
                .map(mark -> decision(mark, given, column.ask(), clauses))
                .orElseGet(() ->
                        new Decision(Answer.NOT_STATED, "", List.of(), column.ask(), clauses));
    }

    private static Decision decision(
            Mark mark, Map<String, Object> given, String ask, List<String> clauses) {
        var answer = mark.answer(given);
        var condition = mark.condition();
        var when = condition == null ? "" : condition.says();
        var missing =
                condition == null
                        ? List.<String>of()
                        : condition.needs().stream().filter(f -> !given.containsKey(f)).toList();
        return new Decision(answer, when, missing, answer == Answer.NOT_STATED ? ask : "", clauses);
    }
}
