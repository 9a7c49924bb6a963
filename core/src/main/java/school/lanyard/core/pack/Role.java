// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.List;
import java.util.Set;

/// A post or function in a school; who holds it is an appointment, never in a pack.
///
/// A `required` role is one that the policy or the law names, so an empty one is flagged. A
/// `single` role has one holder at a time. Holders belong to one of the `groups`.
public record Role(
        String key,
        String label,
        String shortLabel,
        boolean required,
        boolean single,
        Set<Capability> capabilities,
        Set<String> groups,
        List<String> clauses,
        String note) {

    public Role {
        capabilities = Set.copyOf(capabilities);
        groups = Set.copyOf(groups);
        clauses = List.copyOf(clauses);
    }

    public boolean can(Capability capability) {
        return capabilities.contains(capability);
    }
}
