// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter;

import java.util.List;
import java.util.Set;

/// A school's filter policy. The layers are asked in the order of [Layer]; within one, the first
/// rule that is about the asker decides.
///
/// `illegal` are the categories that are blocked for everybody, whatever the rest says.
public record FilterPolicy(
        Set<String> illegal,
        List<Approved> approved,
        List<CategoryRule> rules,
        List<Fallback> fallbacks) {

    public FilterPolicy {
        illegal = Set.copyOf(illegal);
        approved = List.copyOf(approved);
        rules = List.copyOf(rules);
        fallbacks = List.copyOf(fallbacks);
    }

    /// Everything that is on a list is blocked for everybody, everything else is allowed.
    public static FilterPolicy blockAllListed() {
        var all = new CategoryRule("all-listed", Set.of(), Who.ANYONE, Effect.BLOCK, "");
        return new FilterPolicy(Set.of(), List.of(), List.of(all), List.of());
    }
}
