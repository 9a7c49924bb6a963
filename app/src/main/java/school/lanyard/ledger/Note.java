// SPDX-License-Identifier: Apache-2.0
package school.lanyard.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be entered in the ledger: who did what, when, to which ids, and its sealed content.
///
/// @param action a past-tense noun phrase by feature, such as `concern.received`
/// @param subjects opaque ids of what it is about
public record Note(
        Instant at, Actor actor, String action, List<String> subjects, @Nullable Content content) {

    /// Content, as JSON, and the key that seals it.
    public record Content(String keyId, String plain) {
        @Override
        public String toString() {
            return "Content";
        }
    }

    public static Note of(Instant at, Actor actor, String action, String... subjects) {
        return new Note(at, actor, action, List.of(subjects), null);
    }

    public Note with(String keyId, String plain) {
        return new Note(at, actor, action, subjects, new Content(keyId, plain));
    }
}
