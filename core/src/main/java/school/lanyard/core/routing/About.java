// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.routing;

import java.util.Set;

/// One person that a concern is about, as routing sees them: the roles they hold and their groups.
public record About(Set<String> roles, Set<String> groups) {

    public About {
        roles = Set.copyOf(roles);
        groups = Set.copyOf(groups);
    }
}
