// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.plan;

import java.util.List;

/// What becomes of one row.
public sealed interface Decision {

    /// Somebody new.
    record Add() implements Decision {}

    /// Somebody known, of whom something changes.
    record Change(String person, List<Difference> differences) implements Decision {
        public Change {
            differences = List.copyOf(differences);
        }
    }

    /// Somebody known, of whom nothing changes.
    record Same(String person) implements Decision {}

    /// The same person as another row, by an answer.
    record Joined(String row) implements Decision {}

    /// Somebody known, who has left as the file says.
    record Close(String person) implements Decision {}

    /// Nothing: it is about somebody who has left and was never here, or was answered so.
    record LeftOut() implements Decision {}

    /// Nothing yet: a person must answer first.
    record Ask(Question question) implements Decision {}
}
