// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.response;

import java.util.List;
import java.util.Set;

/// One kind of incident: the actions proposed, its usual areas of risk, and the clauses that say
/// so.
///
/// `repeat` is the kind for somebody who goes on after a warning or a sanction. `illegal` opens the
/// illegal track of the school's incident playbook.
public record ResponseRow(
        String key,
        String label,
        List<String> actions,
        Set<String> risks,
        boolean illegal,
        boolean repeat,
        String note,
        List<String> clauses) {

    public ResponseRow {
        actions = List.copyOf(actions);
        risks = Set.copyOf(risks);
        clauses = List.copyOf(clauses);
    }
}
