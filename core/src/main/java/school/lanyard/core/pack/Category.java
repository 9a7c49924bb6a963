// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.Set;

/// A kind of incident by people of a group, with its usual areas of risk; often a row of a grid.
///
/// `gridded` says that the group's response grid has a row under the same key.
public record Category(
        String key,
        String label,
        String group,
        Set<String> risks,
        boolean illegal,
        boolean gridded) {

    public Category {
        risks = Set.copyOf(risks);
    }
}
