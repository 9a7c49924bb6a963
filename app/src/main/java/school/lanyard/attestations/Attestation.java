// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// That a text was signed or agreed to. What was typed stays sealed until it is shown.
///
/// @param agreement key of the text in the policy
/// @param edition id of the edition that the text is from
/// @param textHash of the very words
/// @param subject whom it is about: who signed, or whom they signed for; absent for a visitor
/// @param signer who signed; absent where a class agreed, and for a visitor
/// @param signedOn on a paper copy, the day that stands on it
/// @param recordedBy opaque: whoever signed, or who recorded it for them
public record Attestation(
        String id,
        String agreement,
        Form form,
        Way way,
        String edition,
        String textHash,
        @Nullable String subject,
        @Nullable String signer,
        LocalDate signedOn,
        String recordedBy,
        Instant recordedAt) {

    /// What sort of assent it is. Each is kept track of by itself.
    public enum Form {
        /// A signature, by whom it is about or by whoever signs for them.
        SIGNED,
        /// A class agreed to it together, and a teacher recorded which children did.
        CLASS,
        /// A visitor agreed at the door.
        DOOR
    }

    /// How it was given.
    public enum Way {
        ACCOUNT("Signed in to Lanyard"),
        LINK("By a personal link"),
        PAPER("On paper, recorded by the school"),
        CLASS("In class, recorded by a member of staff"),
        DOOR("At the door");

        private final String words;

        Way(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    Attestation under(String otherId) {
        return new Attestation(
                otherId,
                agreement,
                form,
                way,
                edition,
                textHash,
                subject,
                signer,
                signedOn,
                recordedBy,
                recordedAt);
    }

    /// Whether somebody signed for somebody else.
    public boolean onBehalf() {
        return signer != null && !signer.equals(subject);
    }
}
