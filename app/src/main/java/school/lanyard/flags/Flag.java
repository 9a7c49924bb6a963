// SPDX-License-Identifier: Apache-2.0
package school.lanyard.flags;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something that stands about a child, from a day on.
///
/// @param ended that it no longer stands; absent while it does
public record Flag(
        String id,
        String person,
        Said said,
        @Nullable String guardian,
        LocalDate since,
        String setBy,
        Instant setAt,
        @Nullable Ended ended) {

    /// What it says, which is sealed.
    ///
    /// @param detail such as the name and number of the social worker; may be empty
    /// @param who must not be told, in words, where it is that kind
    public record Said(Kind kind, String detail, String who) {}

    public record Ended(String by, Instant at) {}

    /// What can stand about a child.
    public enum Kind {
        PROTECTION_PLAN("Child protection plan"),
        CHILD_IN_NEED("Child in need plan"),
        LOOKED_AFTER("Looked after"),
        SOCIAL_WORKER("Has a social worker"),
        SEND("Special educational needs or disability"),
        COURT_ORDER("Must not be told: a court order"),
        SUSPECTED("Must not be told: may have harmed the child"),
        UNSAFE_TO_TELL("Must not be told: telling would not be safe");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /// Whether it is about a guardian or another adult who must not be told.
        public boolean forbidsTelling() {
            return this == COURT_ORDER || this == SUSPECTED || this == UNSAFE_TO_TELL;
        }

        /// Why nobody tells them, in words.
        public String reason() {
            return switch (this) {
                case COURT_ORDER -> "A court order forbids it";
                case SUSPECTED -> "They may have harmed the child";
                case UNSAFE_TO_TELL -> "Telling them would not be safe";
                default -> "";
            };
        }
    }

    public boolean stands() {
        return ended == null;
    }
}
