// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import java.util.List;

/// Something that must have been recorded before a case may close.
///
/// @param steps all of them must be complete
/// @param says what to tell whoever wants to close without it
public record Requirement(String key, String says, List<String> steps, List<String> clauses) {
    public Requirement {
        steps = List.copyOf(steps);
        clauses = List.copyOf(clauses);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("the requirement " + key + " names no step");
        }
    }
}
