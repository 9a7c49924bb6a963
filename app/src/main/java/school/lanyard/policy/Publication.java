// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A published edition with everything that a reader of the policy may ask about it: what a
/// document prints beside its words.
///
/// @param inForceFrom the day from which it is, was or will be in force
/// @param supersededOn the day on which a later one took its place; absent while none has
/// @param approval absent for a school's first edition here, which was approved elsewhere
/// @param signature as with the approval; it names a post and a person's id
/// @param occasion what made the school look at its policy again, where somebody said
public record Publication(
        Edition edition,
        State state,
        LocalDate inForceFrom,
        Instant publishedAt,
        @Nullable LocalDate supersededOn,
        Adoption.@Nullable Approval approval,
        Adoption.@Nullable Signature signature,
        @Nullable Occasion occasion) {

    /// Where an edition stands today.
    public enum State {
        TO_COME("Published, to come into force"),
        IN_FORCE("In force"),
        SUPERSEDED("Superseded"),
        /// Another was published for an earlier or the same day, so it never ran.
        NEVER_RAN("Never in force");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// Its name as one says it, such as "September 2025".
    public String name() {
        return EditionName.words(edition.pack().edition());
    }

    /// When it says that it is next reviewed, as one says it; empty where it does not.
    public String nextReview() {
        return EditionName.words(edition.pack().nextReview());
    }
}
