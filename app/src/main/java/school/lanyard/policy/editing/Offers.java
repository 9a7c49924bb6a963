// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import school.lanyard.core.pack.Layers;
import school.lanyard.core.pack.Section;
import school.lanyard.core.pack.edit.Value;
import school.lanyard.web.Choice;

/// What a policy itself offers to choose from: its roles, groups, lengths of time and so on.
record Offers(Layers layers) {

    Value.Entries all(Section section) {
        return Value.of(layers.section(section));
    }

    List<Choice> roles() {
        return labelled(Section.ROLES, "label");
    }

    List<Choice> contacts() {
        return labelled(Section.CONTACTS, "label");
    }

    List<Choice> risks() {
        return all(Section.CATEGORIES).get("risks") instanceof Value.Entries risks
                ? choices(risks, entry -> text(entry, "label"))
                : List.of();
    }

    /// The columns of a grid of responses.
    List<Choice> actions(String grid) {
        return all(Section.RESPONSES).get(grid) instanceof Value.Entries file
                        && file.get("actions") instanceof Value.Entries actions
                ? choices(actions, entry -> text(entry, "label"))
                : List.of();
    }

    List<Choice> headings() {
        return labelled(Section.SECTIONS, "title");
    }

    List<Choice> intervals() {
        return choices(
                all(Section.INTERVALS),
                entry -> text(entry, "label") + " (" + Lengths.words(text(entry, "length")) + ")");
    }

    List<Choice> groups() {
        return all(Section.VOCABULARY).get("groups") instanceof Value.Entries groups
                ? choices(groups, entry -> capital(text(entry, "many")))
                : List.of();
    }

    /// Whom a clause can bind.
    List<Choice> who() {
        var all = new ArrayList<Choice>();
        all.add(Choice.of("school", "The school as a whole"));
        all.addAll(roles());
        groups().stream()
                .filter(group -> all.stream().noneMatch(one -> one.value().equals(group.value())))
                .forEach(all::add);
        return all;
    }

    List<Choice> areas() {
        return all(Section.CLAUSES).entries().stream()
                .map(clause -> text(clause.value(), "area"))
                .filter(area -> !area.isEmpty())
                .distinct()
                .sorted()
                .map(area -> Choice.of(area, capital(area.replace('-', ' '))))
                .toList();
    }

    private List<Choice> labelled(Section section, String key) {
        return choices(all(section), entry -> text(entry, key));
    }

    private static List<Choice> choices(Value.Entries entries, Function<Value, String> label) {
        return entries.entries().stream()
                .map(entry -> {
                    var words = label.apply(entry.value());
                    return Choice.of(entry.key(), words.isEmpty() ? entry.key() : words);
                })
                .toList();
    }

    static String text(Value entry, String key) {
        return entry instanceof Value.Entries entries
                        && entries.get(key) instanceof Value.Scalar(String text)
                ? text
                : "";
    }

    static String capital(String words) {
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
