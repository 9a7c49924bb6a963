// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import java.util.ArrayList;
import java.util.List;
import school.lanyard.core.pack.Layers;
import school.lanyard.core.pack.Section;
import school.lanyard.core.pack.edit.Value;
import school.lanyard.policy.editing.Target.Part;
import school.lanyard.web.SummaryRow;

/// What a condition may ask: the facts of its playbook and its choices, or those of the policy.
final class Asked {

    private Asked() {}

    static List<SummaryRow> of(Layers layers, Target target) {
        var offers = new Offers(layers);
        var rows = new ArrayList<SummaryRow>();
        if (target.part() == Part.MARKS) {
            add(rows, "", offers.all(Section.FACTS));
            return rows;
        }
        var book = offers.all(Section.PLAYBOOKS).get(target.file());
        add(rows, "", under(book, "facts"));
        add(rows, "choices.", under(book, "choices"));
        return rows;
    }

    private static Value.Entries under(@org.jspecify.annotations.Nullable Value book, String key) {
        return book instanceof Value.Entries entries
                        && entries.get(key) instanceof Value.Entries under
                ? under
                : Value.Entries.NONE;
    }

    private static void add(List<SummaryRow> rows, String before, Value.Entries facts) {
        facts.entries()
                .forEach(fact ->
                        rows.add(
                                SummaryRow.of(
                                        before + fact.key(),
                                        Offers.text(fact.value(), "label")
                                                + " "
                                                + answers(fact.value()))));
    }

    private static String answers(Value fact) {
        if (fact instanceof Value.Entries entries
                && entries.get("options") instanceof Value.Entries options) {
            return "One of '" + String.join("', '", options.keys()) + "'.";
        }
        return switch (Offers.text(fact, "type")) {
            case "number" -> "A number.";
            case "text" -> "Text.";
            default -> "Yes or no.";
        };
    }
}
