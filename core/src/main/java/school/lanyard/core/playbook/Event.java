// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something recorded in a case.
public sealed interface Event {
    Instant at();

    String by();

    /// Somebody answered a question.
    ///
    /// @param value null for "not known", which takes an earlier answer back
    record Answered(String fact, @Nullable Value value, Instant at, String by) implements Event {}

    /// Somebody did a step.
    record Did(String step, Instant at, String by) implements Event {}

    /// Another edition of the playbook came into force. The case stays on its own, and from now on
    /// what the newest forbids is forbidden in it as well.
    record NewEdition(Playbook newest, Instant at) implements Event {
        @Override
        public String by() {
            return "";
        }
    }
}
