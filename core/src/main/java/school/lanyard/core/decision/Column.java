// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.decision;

import java.util.List;

/// One column of marks, the groups of people it speaks for, and the role to ask where it is blank.
public record Column(String key, String label, List<String> groups, String ask) {

    public Column {
        groups = List.copyOf(groups);
    }
}
