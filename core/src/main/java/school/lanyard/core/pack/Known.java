// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The keys that the parts of a pack may refer to, with a fault for each reference to one that is
/// not.
public final class Known {

    /// What a key can refer to.
    public enum Kind {
        ROLE(Section.ROLES, "role"),
        CONTACT(Section.CONTACTS, "contact"),
        FACT(Section.FACTS, "fact"),
        CLAUSE(Section.CLAUSES, "clause"),
        MARK(Section.MARKS, "mark"),
        INTERVAL(Section.INTERVALS, "interval"),
        LAW(Section.LAW, "fact of law"),
        HEADING(Section.SECTIONS, "section"),
        DECISION(Section.DECISIONS, "table in decisions"),
        RESPONSE(Section.RESPONSES, "grid in responses"),
        PLAYBOOK(Section.PLAYBOOKS, "playbook"),
        GROUP(Section.VOCABULARY, "group"),
        RISK(Section.CATEGORIES, "area of risk"),
        BARRED(Section.PLAYBOOKS, "bar in a playbook on");

        private final Section section;
        private final String word;

        Kind(Section section, String word) {
            this.section = section;
            this.word = word;
        }
    }

    private final Map<Section, Yaml.Mapping> tree;
    private final Faults faults;

    Known(Map<Section, Yaml.Mapping> tree, Faults faults) {
        this.tree = tree;
        this.faults = faults;
    }

    /// The keys of a kind, in the pack's order.
    public Set<String> keys(Kind kind) {
        var section = tree.getOrDefault(kind.section, Yaml.Mapping.empty(Place.start("")));
        return switch (kind) {
            case GROUP -> section.mapping("groups").entries().keySet();
            case RISK -> section.mapping("risks").entries().keySet();
            case BARRED -> barred(section);
            default -> section.entries().keySet();
        };
    }

    private static Set<String> barred(Yaml.Mapping playbooks) {
        return playbooks.children().values().stream()
                .flatMap(playbook -> playbook.mapping("bars").children().values().stream())
                .flatMap(bar -> bar.texts("actions").stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public void check(Kind kind, Collection<Yaml.Scalar> references) {
        references.forEach(reference -> check(kind, reference.text(), reference.place()));
    }

    public void check(Kind kind, String key, Place place) {
        if (!key.isEmpty() && !keys(kind).contains(key)) {
            faults.add(
                    place,
                    "There is no %s %s.".formatted(kind.word, key),
                    Suggestions.mend(key, keys(kind)));
        }
    }

    /// Checks that a condition is one in CEL over the pack's facts, with yes or no as its value.
    public void checkCondition(String expression, Place place) {
        if (!expression.isEmpty()) {
            CelCondition.problem(expression, factTypes())
                    .ifPresent(problem ->
                            faults.add(
                                    place,
                                    "The condition %s does not work: %s"
                                            .formatted(expression, sentence(problem)),
                                    "Write a condition that is yes or no, over facts in"
                                            + " facts.yaml."));
        }
    }

    private static String sentence(String problem) {
        return problem.endsWith(".") ? problem : problem + ".";
    }

    Map<String, FactType> factTypes() {
        var types = new LinkedHashMap<String, FactType>();
        tree.getOrDefault(Section.FACTS, Yaml.Mapping.empty(Place.start("")))
                .children()
                .forEach((key, fact) -> types.put(key, FactType.of(fact.text("type"))));
        return types;
    }

    public void fault(Place place, String problem, String mend) {
        faults.add(place, problem, mend);
    }
}
