// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.decision;

import java.util.List;

/// An answer, with the condition or the person to ask, and the clauses that say so.
///
/// `when` is the condition in words (empty for a plain answer); `missing` the facts that would
/// settle it; `ask` the key of the role to ask where the policy is silent (empty otherwise).
public record Decision(
        Answer answer, String when, List<String> missing, String ask, List<String> clauses) {

    public Decision {
        missing = List.copyOf(missing);
        clauses = List.copyOf(clauses);
    }
}
