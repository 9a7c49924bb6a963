// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.time.LocalDateTime;
import java.util.Map;

/// One thing that a handler does in a case, by the keys of the playbook.
public sealed interface Act {

    LocalDateTime at();

    String byId();

    /// Answers a question of the playbook.
    ///
    /// @param value "true" or "false" for a yes-or-no question, else the key of the answer
    record Answered(
            LocalDateTime at,
            String byId,
            String step,
            String fact,
            String value,
            Map<String, String> needs)
            implements Act {
        public Answered {
            needs = Map.copyOf(needs);
        }
    }

    /// Does a step and records what it asks for.
    record Done(LocalDateTime at, String byId, String step, Map<String, String> needs)
            implements Act {
        public Done {
            needs = Map.copyOf(needs);
        }
    }

    /// Settles what the school will do, from what its response grid proposes.
    ///
    /// @param all whether everything proposed is chosen, or the last of several is left out
    /// @param reason why it is left out
    record Chosen(LocalDateTime at, String byId, boolean all, String reason) implements Act {}

    /// Does what was chosen, or says why it is not needed.
    record Carried(LocalDateTime at, String byId, String note, String notNeeded) implements Act {}

    /// Closes the case.
    record Closed(LocalDateTime at, String byId, String outcome, String summary) implements Act {}
}
