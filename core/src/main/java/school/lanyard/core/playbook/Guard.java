// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import java.util.Set;

/// A condition with what a reader wants to know about it.
///
/// @param text the condition as the pack writes it, empty for one that always holds
/// @param reads the facts it looks at
public record Guard(String text, Set<String> reads, Condition condition) {
    public static final Guard ALWAYS = new Guard("", Set.of(), _ -> Truth.TRUE);

    public Guard {
        reads = Set.copyOf(reads);
    }

    public Truth test(Facts facts) {
        return condition.test(facts);
    }
}
