// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.decision;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How a subject is found and shown, which changes no answer.
///
/// @param also other words that people use for it
/// @param shortly its label in very few words
/// @param picture the key of a picture; empty for none
/// @param to the groups whose own page shows it; empty where the pack does not choose
public record Shown(List<String> also, String shortly, String picture, Optional<Set<String>> to) {

    public Shown {
        also = List.copyOf(also);
        to = to.map(Set::copyOf);
    }

    /// Where the pack does not choose, adults are shown what has a mark for them. Children are
    /// shown only what the pack chose for them, because a table also names what no child should
    /// read.
    boolean to(String group, boolean child, boolean marked) {
        return to.map(groups -> groups.contains(group)).orElse(marked && !child);
    }
}
