// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.List;

/// Help outside the school, when to use it, and its number or address where that is the same for
/// all.
///
/// `local` means that the school fills in its own number; `call` is empty until it does.
public record Contact(
        String key,
        String label,
        String useWhen,
        String call,
        String web,
        boolean local,
        List<String> clauses) {

    public Contact {
        clauses = List.copyOf(clauses);
    }

    /// The same contact with a school's own number.
    public Contact calling(String number) {
        return new Contact(key, label, useWhen, number, web, local, clauses);
    }
}
