// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.HashMap;

/// Checks response grids: groups, actions, risks, and that no row is there twice.
final class GridCheck {

    private final Known known;

    GridCheck(Known known) {
        this.known = known;
    }

    void run(Yaml.Mapping grids) {
        grids.children().forEach(this::check);
    }

    private void check(String name, Yaml.Mapping grid) {
        known.check(Known.Kind.GROUP, grid.scalars("group"));
        if (grid.has("group") && !grid.text("group").equals(name)) {
            known.fault(
                    grid.placeOf("group"),
                    "The grid is about %s, but its file is called %s."
                            .formatted(grid.text("group"), name),
                    "Call the file %s.yaml.".formatted(grid.text("group")));
        }
        var actions = grid.mapping("actions");
        actions.children()
                .values()
                .forEach(action -> {
                    known.check(Known.Kind.ROLE, action.scalars("roles"));
                    known.check(Known.Kind.CONTACT, action.scalars("contacts"));
                    known.check(Known.Kind.BARRED, action.scalars("counts-as"));
                });
        var rows = new HashMap<String, Integer>();
        for (var row : grid.mappings("rows")) {
            TableCheck.checkRowOnce(row, rows, known);
            known.check(Known.Kind.RISK, row.scalars("risks"));
            for (var action : row.scalars("actions")) {
                if (!actions.has(action.text())) {
                    known.fault(
                            action.place(),
                            "The grid has no action %s.".formatted(action.text()),
                            Suggestions.mend(action.text(), actions.entries().keySet()));
                }
            }
        }
    }
}
