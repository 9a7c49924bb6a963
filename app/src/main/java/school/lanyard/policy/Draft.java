// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The next edition of a policy, while it is worked on.
///
/// @param pack the key of the pack that it will be, and the folder that its faults name
/// @param basedOn the edition from which it was begun
/// @param review the review that led to it; absent where somebody just began it
/// @param begunBy a person's id
public record Draft(
        String id,
        String pack,
        String basedOn,
        @Nullable String review,
        String begunBy,
        Instant begunAt) {

    /// One file of a draft as it stands.
    ///
    /// @param version counts how often the file was saved; give it back when saving it again
    public record File(String path, int version, String text, String savedBy, Instant savedAt) {}

    /// What became of beginning a draft.
    public sealed interface Begun {
        record Done(Draft draft) implements Begun {}

        /// There is one already, and a school has one at a time.
        record AlreadyThere(Draft draft) implements Begun {}

        /// The review does not exist or is over.
        record NoSuchReview() implements Begun {}
    }

    /// What became of saving a file.
    public sealed interface Saved {

        /// It was saved.
        ///
        /// @param version to give back at the next save
        record Done(int version) implements Saved {}

        /// Somebody saved meanwhile; nothing was overwritten.
        ///
        /// @param version that it has now
        /// @param text as it stands now; absent if the file was removed
        record Conflict(int version, @Nullable String text, String savedBy, Instant savedAt)
                implements Saved {}

        /// It cannot be saved as it is.
        ///
        /// @param why in words for whoever tried
        record Refused(String why) implements Saved {}

        /// The draft was published or discarded meanwhile, or is not this school's.
        record NoLongerOpen() implements Saved {}
    }
}
