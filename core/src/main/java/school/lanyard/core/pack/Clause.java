// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.List;

/// One promise of the policy, in our own words, and how keeping it is shown.
///
/// `by` names the parts of the pack that keep it, found by which of them cite it; an unbound clause
/// has none, and then no evidence either.
public record Clause(String id, String area, String says, List<String> by, List<String> evidence) {

    public Clause {
        by = List.copyOf(by);
        evidence = by.isEmpty() ? List.of() : List.copyOf(evidence);
    }

    public boolean bound() {
        return !by.isEmpty();
    }
}
