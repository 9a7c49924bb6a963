// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.response;

import java.util.List;
import java.util.Set;

/// One kind of incident: the actions proposed, its usual areas of risk, and the clauses that say
/// so.
///
/// `illegal` opens the illegal track of the school's incident playbook.
public record ResponseRow(
        String key,
        String label,
        List<String> actions,
        Set<String> risks,
        boolean illegal,
        List<String> clauses) {

    public ResponseRow {
        actions = List.copyOf(actions);
        risks = Set.copyOf(risks);
        clauses = List.copyOf(clauses);
    }
}
