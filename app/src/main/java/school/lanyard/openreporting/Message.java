// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// One thing written in the conversation about an anonymous report.
///
/// @param by the receipt's id or a handler's
public record Message(Instant at, Kind kind, String by, String text) {

    /// Who writes, and for whom.
    public enum Kind {
        /// The reporter, to whoever handles it.
        SAID("conversation.said"),
        /// A handler, to the reporter.
        ANSWERED("conversation.answered"),
        /// A handler, to the other handlers only.
        NOTED("conversation.noted");

        private final String action;

        Kind(String action) {
            this.action = action;
        }

        String action() {
            return action;
        }

        static Optional<Kind> of(String action) {
            return Arrays.stream(values()).filter(each -> each.action.equals(action)).findFirst();
        }
    }

    /// What is sealed of it.
    ///
    /// @param id of the form that it was sent with, so that it is taken once
    record Written(String id, String text) {
        @Override
        public String toString() {
            return "Written";
        }
    }

    @Override
    public String toString() {
        return "Message";
    }
}
