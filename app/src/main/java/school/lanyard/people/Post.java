// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.util.List;
import school.lanyard.core.pack.Role;

/// A role of the school's policy and who holds it today.
public record Post(Role role, List<Appointment> holders) {

    public Post {
        holders = List.copyOf(holders);
    }

    /// Whether the policy or the law names the post, and nobody holds it.
    public boolean vacant() {
        return role.required() && holders.isEmpty();
    }
}
