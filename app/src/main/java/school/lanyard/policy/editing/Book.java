// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.pack.Section;
import school.lanyard.core.pack.edit.Value;
import school.lanyard.web.Choice;

/// A playbook as its forms see it: what can be chosen from, in words.
record Book(Value.Entries value) {

    static Book of(Offers offers, String name) {
        return new Book(entries(offers.all(Section.PLAYBOOKS).get(name)));
    }

    static Value.Entries entries(@Nullable Value value) {
        return value instanceof Value.Entries entries ? entries : Value.Entries.NONE;
    }

    Value.Entries under(String key) {
        return entries(value.get(key));
    }

    List<Choice> steps() {
        return labelled("steps");
    }

    List<Choice> tracks() {
        return labelled("tracks");
    }

    List<Choice> bars() {
        return labelled("bars");
    }

    private List<Choice> labelled(String part) {
        return under(part).entries().stream()
                .map(each -> Choice.of(each.key(), label(part, each.key())))
                .toList();
    }

    private String label(String part, String key) {
        var label = Offers.text(entries(under(part).get(key)), "label");
        return label.isEmpty() ? key : label;
    }

    /// Where a way leads, by what its steps are called.
    String way(Value.Entries edge) {
        return "From “%s” to “%s”".formatted(labels(edge.get("from")), labels(edge.get("to")));
    }

    /// The ways that lead to a step and from it.
    List<DraftOverviewController.Place> ways(String book, String step) {
        return under("edges").entries().stream()
                .filter(each -> touches(entries(each.value()), step))
                .map(each ->
                        new DraftOverviewController.Place(
                                new Target(Target.Part.EDGES, book, each.key()).address(),
                                way(entries(each.value())),
                                Offers.text(each.value(), "when")))
                .toList();
    }

    private static boolean touches(Value.Entries edge, String step) {
        return Question.texts(edge.get("from")).contains(step)
                || Question.texts(edge.get("to")).contains(step);
    }

    private String labels(@Nullable Value keys) {
        return Question.texts(keys).stream()
                .map(key -> label("steps", key))
                .collect(Collectors.joining("”, “"));
    }
}
