// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds which clauses rest on which fact of law: a clause that names the fact, and those cited
/// beside it by a post, a time, a contact or any other part.
final class Cited {

    private final Map<String, Set<String>> clauses = new LinkedHashMap<>();

    private Cited() {}

    static Map<String, List<String>> law(Yaml.Mapping root) {
        var cited = new Cited();
        root.mapping(Section.CLAUSES.key())
                .children()
                .forEach((id, clause) -> cited.add(clause.texts("law"), List.of(id)));
        cited.walk(root);
        var found = new LinkedHashMap<String, List<String>>();
        cited.clauses.forEach((fact, ids) -> found.put(fact, new ArrayList<>(ids)));
        return found;
    }

    private void walk(Yaml yaml) {
        if (yaml instanceof Yaml.Mapping mapping) {
            add(mapping.texts("law"), mapping.texts("clauses"));
            mapping.entries().values().forEach(entry -> walk(entry.value()));
        } else if (yaml instanceof Yaml.Sequence(_, var items)) {
            items.forEach(this::walk);
        }
    }

    private void add(List<String> facts, List<String> ids) {
        for (var fact : facts) {
            if (!ids.isEmpty()) {
                clauses.computeIfAbsent(fact, _ -> new LinkedHashSet<>()).addAll(ids);
            }
        }
    }
}
