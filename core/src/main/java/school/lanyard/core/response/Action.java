// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.response;

import java.util.List;

/// One column of a response grid: something to do, by or with whom, and whether it has to be done
/// before closing, or may be found not to be needed.
///
/// `roles` and `contacts` are those referred to; either may be empty. `countsAs` names what it is
/// in the words that a playbook's bars use, such as `discipline`.
public record Action(
        String key,
        String label,
        List<String> roles,
        List<String> contacts,
        List<String> countsAs,
        boolean beforeClosing) {

    public Action {
        countsAs = List.copyOf(countsAs);
        roles = List.copyOf(roles);
        contacts = List.copyOf(contacts);
    }
}
