// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.routing;

import java.util.List;

/// Who takes a concern now: holders of roles in the school, or somebody outside it.
public sealed interface Destination {

    /// The tier is 0 for the first choice; a later one means that earlier posts were empty or
    /// barred.
    record ToRoles(List<String> roles, int tier) implements Destination {
        public ToRoles {
            roles = List.copyOf(roles);
        }
    }

    /// A contact of the pack, shown with its number: nobody inside the school may take it.
    record ToContact(String contact) implements Destination {}
}
