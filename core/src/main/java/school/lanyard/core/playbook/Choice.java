// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import java.util.List;
import java.util.Map;

/// A reading of what the source leaves open. The school may take another.
///
/// @param options the words for each reading, by key
/// @param chosen the key of the reading in force
/// @param why what the source leaves open, and why this reading is the safe one
public record Choice(
        String key,
        String label,
        Map<String, String> options,
        String chosen,
        String why,
        List<String> clauses) {
    public Choice {
        options = Ordered.copyOf(options);
        clauses = List.copyOf(clauses);
        if (!options.containsKey(chosen)) {
            throw new IllegalArgumentException("the choice " + key + " has no option " + chosen);
        }
    }
}
