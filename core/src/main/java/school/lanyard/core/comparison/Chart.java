// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.playbook.Edge;
import school.lanyard.core.playbook.Playbook;
import school.lanyard.core.playbook.Step;

/// What a playbook says, step by step, and what follows which.
final class Chart {

    private Chart() {}

    static Facet of(Pack pack, Playbook playbook) {
        var says = new LinkedHashMap<String, String>();
        Facet.put(says, "Summary", playbook.summary());
        for (var step : playbook.steps()) {
            Facet.put(says, "Step: " + step.card().label(), step(pack, playbook, step));
        }
        for (var bar : playbook.bars()) {
            Facet.put(says, "Forbidden: " + bar.label(), bar.reason());
        }
        for (var choice : playbook.choices()) {
            Facet.put(
                    says,
                    "How we read it: " + choice.label(),
                    choice.options().getOrDefault(choice.chosen(), choice.chosen()));
        }
        closing(playbook, says);
        return new Facet(playbook.label(), says);
    }

    private static void closing(Playbook playbook, Map<String, String> says) {
        Facet.put(
                says,
                "Before it is closed",
                playbook.closing().stream()
                        .map(each -> each.says())
                        .collect(Collectors.joining(" ")));
    }

    private static String step(Pack pack, Playbook playbook, Step step) {
        var card = step.card();
        var clock = card.clock();
        var parts = new java.util.ArrayList<String>();
        if (!card.owners().roles().isEmpty()) {
            parts.add("by " + Aspects.names(pack, card.owners().roles()));
        }
        if (clock != null) {
            parts.add(
                    "within "
                            + Plain.length(clock.within())
                            + (clock.stated() ? "" : " (the school’s own choice)"));
        }
        if (!card.guidance().isEmpty()) {
            parts.add(card.guidance());
        }
        if (!card.needs().isEmpty()) {
            parts.add(
                    "records "
                            + card.needs().stream()
                                    .map(need -> need.label())
                                    .collect(Collectors.joining(", ")));
        }
        for (var edge : playbook.edges()) {
            if (edge.from().contains(step.key())) {
                parts.add(next(playbook, edge));
            }
        }
        return parts.isEmpty() ? "There" : String.join("; ", parts);
    }

    private static String next(Playbook playbook, Edge edge) {
        var condition = edge.when().text();
        return "then "
                + labels(playbook, edge.to())
                + (condition.isEmpty() ? "" : " (when " + condition + ")");
    }

    private static String labels(Playbook playbook, List<String> steps) {
        return steps.stream()
                .map(key -> playbook.step(key).card().label())
                .collect(Collectors.joining(", "));
    }
}
