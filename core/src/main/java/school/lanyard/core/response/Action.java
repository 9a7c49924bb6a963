// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.response;

import java.util.List;

/// One column of a response grid: something to do, by or with whom, and whether closing waits for
/// it.
///
/// `roles` and `contacts` are those referred to; either may be empty.
public record Action(
        String key,
        String label,
        List<String> roles,
        List<String> contacts,
        boolean beforeClosing) {

    public Action {
        roles = List.copyOf(roles);
        contacts = List.copyOf(contacts);
    }
}
