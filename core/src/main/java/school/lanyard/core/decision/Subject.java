// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.decision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One thing that can be asked about: a row of a table, with a cell and its clauses per column.
///
/// @param note what to know about it; may be empty
public record Subject(
        String key,
        String label,
        String heading,
        String note,
        Map<String, Cell> cells,
        Map<String, List<String>> clauses,
        Shown shown) {

    public Subject {
        cells = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        clauses = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(clauses));
    }

    public Cell cell(String column) {
        return cells.getOrDefault(column, Cell.BLANK);
    }

    public List<String> clauses(String column) {
        return clauses.getOrDefault(column, List.of());
    }
}
