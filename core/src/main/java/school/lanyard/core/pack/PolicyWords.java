// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import school.lanyard.core.digest.Sha256;

/// The words of a policy that somebody who knows it knows: its promises, and what its tables say.
///
/// How something is found, who is asked and what the program does with it are no words, so that a
/// change to them asks nobody to read the policy again.
final class PolicyWords {

    private static final Set<String> NO_WORDS =
            Set.of(
                    "also",
                    "shown-to",
                    "short",
                    "picture",
                    "clauses",
                    "clauses-by-column",
                    "quotes",
                    "law",
                    "ask",
                    "groups",
                    "evidence",
                    "unknown");

    private static final List<Section> TABLES =
            List.of(Section.DECISIONS, Section.RESPONSES, Section.MARKS);

    private PolicyWords() {}

    /// SHA-256 of the words, in hexadecimal.
    static String mark(Yaml.Mapping root) {
        var words = new LinkedHashMap<String, Yaml.Entry>();
        words.put(Section.CLAUSES.key(), entry(says(root.mapping(Section.CLAUSES.key()))));
        TABLES.forEach(
                section -> words.put(section.key(), entry(spoken(root.mapping(section.key())))));
        return Sha256.hex(Canonical.json(new Yaml.Mapping(root.place(), words)));
    }

    private static Yaml.Mapping says(Yaml.Mapping clauses) {
        var says = new LinkedHashMap<String, Yaml.Entry>();
        clauses.children()
                .forEach((id, clause) -> {
                    var place = clause.place();
                    var text = clause.text("says");
                    says.put(id, new Yaml.Entry(place, new Yaml.Scalar(place, text, text)));
                });
        return new Yaml.Mapping(clauses.place(), says);
    }

    private static Yaml spoken(Yaml yaml) {
        // Not a switch over types, here and wherever a stored pack is read (ADR 72).
        if (yaml instanceof Yaml.Mapping mapping) {
            return spoken(mapping);
        }
        return yaml instanceof Yaml.Sequence(var place, var items)
                ? new Yaml.Sequence(place, items.stream().map(PolicyWords::spoken).toList())
                : yaml;
    }

    private static Yaml.Mapping spoken(Yaml.Mapping mapping) {
        var kept = new LinkedHashMap<String, Yaml.Entry>();
        for (Map.Entry<String, Yaml.Entry> each : mapping.entries().entrySet()) {
            if (!NO_WORDS.contains(each.getKey())) {
                kept.put(
                        each.getKey(),
                        new Yaml.Entry(each.getValue().place(), spoken(each.getValue().value())));
            }
        }
        return new Yaml.Mapping(mapping.place(), kept);
    }

    private static Yaml.Entry entry(Yaml value) {
        return new Yaml.Entry(value.place(), value);
    }
}
