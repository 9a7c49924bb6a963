// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Finds what keeps each clause: the tables, grids, their cells and rows, routes, playbook steps,
/// agreements, courses, controls and posts that cite it.
///
/// Binding by citation means that no clause can be bound to something that is not there.
final class Bindings {

    private final Map<String, Set<String>> by = new LinkedHashMap<>();

    private Bindings() {}

    static Map<String, Set<String>> of(Yaml.Mapping root) {
        var bindings = new Bindings();
        root.mapping("decisions").children().forEach(bindings::decisions);
        root.mapping("responses").children().forEach(bindings::responses);
        root.mapping("routing")
                .children()
                .forEach((key, route) -> bindings.add(route, "route:" + key));
        // A kind with posts of its own is a route.
        root.mapping("kinds").children().forEach((key, kind) -> bindings.add(kind, "route:" + key));
        root.mapping("playbooks")
                .children()
                .forEach((key, playbook) -> bindings.playbook("playbook:" + key, playbook));
        root.mapping("controls")
                .children()
                .forEach((key, control) -> bindings.add(control, "control:" + key));
        root.mapping("agreements").children().forEach(bindings::agreement);
        root.mapping("training").children().forEach(bindings::course);
        var clauses = root.mapping("clauses");
        root.mapping("roles").children().forEach((key, role) -> bindings.role(key, role, clauses));
        return bindings.by;
    }

    private void decisions(String key, Yaml.Mapping table) {
        add(table, "decision:" + key);
        boolean cells = table.text("subjects").equals("cells");
        for (var row : table.mappings("rows")) {
            var slug = Slug.of(row.text("row"));
            add(row, "decision:" + key + "/" + slug);
            var byColumn = row.mapping("clauses-by-column");
            for (var column : byColumn.entries().keySet()) {
                var subject = cells ? column + "/" + slug : slug;
                byColumn.texts(column).forEach(id -> add(id, "decision:" + key + "/" + subject));
            }
        }
    }

    private void responses(String key, Yaml.Mapping grid) {
        add(grid, "response:" + key);
        grid.mappings("rows")
                .forEach(row -> add(row, "response:" + key + "/" + Slug.of(row.text("row"))));
    }

    private void playbook(String name, Yaml yaml) {
        if (yaml instanceof Yaml.Mapping mapping) {
            add(mapping, name);
            mapping.entries().forEach((key, entry) -> playbookPart(name, key, entry.value()));
        }
    }

    /// A part is named after its key, or after the key inside it when it is an item of a list.
    private void playbookPart(String name, String key, Yaml value) {
        if (value instanceof Yaml.Mapping mapping) {
            playbook(name + "/" + key, mapping);
        } else if (value instanceof Yaml.Sequence(_, var items)) {
            for (var item : items) {
                if (item instanceof Yaml.Mapping part) {
                    var own = part.text("key", part.text("id"));
                    playbook(name + "/" + key + suffix(own), part);
                }
            }
        }
    }

    /// What is signed keeps a clause once everybody who is asked has signed; agreeing in class and
    /// at the door are kept track of by themselves.
    private void agreement(String key, Yaml.Mapping agreement) {
        var name = "attestation:" + key;
        add(agreement, name);
        agreement.mappings("lines").forEach(line -> add(line, name));
        add(agreement.mapping("in-class"), name + "/class");
        add(agreement.mapping("at-the-door"), name + "/door");
    }

    /// A course keeps a clause while nobody who needs it is overdue, with everything it has to
    /// cover.
    private void course(String key, Yaml.Mapping course) {
        var name = "training:" + key;
        add(course, name);
        course.mapping("items").children().values().forEach(item -> add(item, name));
    }

    /// A post keeps a clause that says who holds it; its page shows the holder, or that it is
    /// vacant. What else a role cites is about its holders, and is kept elsewhere or nowhere.
    private void role(String key, Yaml.Mapping role, Yaml.Mapping clauses) {
        role.texts("clauses").stream()
                .filter(id -> saysWhoHoldsAPost(clauses.mapping(id)))
                .forEach(id -> add(id, "role:" + key));
    }

    private static boolean saysWhoHoldsAPost(Yaml.Mapping clause) {
        return clause.text("kind").equals(ClauseKind.PEOPLE.key());
    }

    private static String suffix(String own) {
        return own.isEmpty() ? "" : "/" + own;
    }

    private void add(Yaml.Mapping part, String name) {
        part.texts("clauses").forEach(id -> add(id, name));
    }

    private void add(String id, String name) {
        by.computeIfAbsent(id, _ -> new LinkedHashSet<>()).add(name);
    }
}
