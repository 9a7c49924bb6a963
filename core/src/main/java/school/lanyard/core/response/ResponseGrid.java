// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.response;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What a school does about each kind of incident by one group of people, as its policy prints it.
public record ResponseGrid(
        String group,
        String label,
        String note,
        Map<String, Action> actions,
        Map<String, ResponseRow> rows) {

    public ResponseGrid {
        actions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(actions));
        rows = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /// The proposed actions of a row, in the order of the grid's columns.
    public List<Action> proposed(ResponseRow row) {
        return actions.values().stream().filter(a -> row.actions().contains(a.key())).toList();
    }

    public Action action(String key) {
        return Objects.requireNonNull(actions.get(key), key);
    }
}
