// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import school.lanyard.core.response.Action;
import school.lanyard.core.response.ResponseGrid;
import school.lanyard.core.response.ResponseRow;

/// Builds response grids and kinds of incident from checked trees.
final class GridModel {

    private final Map<String, ResponseGrid> grids;
    private final Yaml.Mapping categories;

    GridModel(Yaml.Mapping grids, Yaml.Mapping categories) {
        this.grids = PackModel.each(grids, GridModel::grid);
        this.categories = categories.mapping("categories");
    }

    Map<String, ResponseGrid> grids() {
        return grids;
    }

    /// The rows of the grids first, then the kinds of incident that no grid lists.
    List<Category> categories() {
        var found = new ArrayList<Category>();
        grids.forEach((group, grid) -> grid.rows().values().forEach(r -> found.add(of(group, r))));
        categories
                .children()
                .forEach((key, category) ->
                        category.texts("groups")
                                .forEach(group -> found.add(of(key, category, group))));
        return found;
    }

    private static Category of(String group, ResponseRow row) {
        return new Category(row.key(), row.label(), group, row.risks(), row.illegal(), true);
    }

    private static Category of(String key, Yaml.Mapping category, String group) {
        return new Category(
                key,
                category.text("label"),
                group,
                Set.copyOf(category.texts("risks")),
                category.flag("illegal"),
                false);
    }

    private static ResponseGrid grid(String group, Yaml.Mapping grid) {
        var rows = new LinkedHashMap<String, ResponseRow>();
        for (var row : grid.mappings("rows")) {
            var key = Slug.of(row.text("row"));
            rows.put(
                    key,
                    new ResponseRow(
                            key,
                            row.text("row"),
                            row.texts("actions"),
                            Set.copyOf(row.texts("risks")),
                            row.flag("illegal"),
                            row.flag("repeat"),
                            row.text("note"),
                            row.texts("clauses")));
        }
        return new ResponseGrid(
                group,
                grid.text("label"),
                grid.text("note"),
                PackModel.each(grid.mapping("actions"), GridModel::action),
                rows);
    }

    private static Action action(String key, Yaml.Mapping action) {
        return new Action(
                key,
                action.text("label"),
                action.texts("roles"),
                action.texts("contacts"),
                action.texts("counts-as"),
                action.flag("before-closing"));
    }
}
