// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.ledger;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One thing that happened, or that was read: who, what, when, about which ids, and the content as
/// ciphertext.
///
/// Ids are opaque: nothing here may say who anybody is. The subjects are a set, kept sorted so that
/// the same entry always has the same hash. The constructor refuses only what could not be hashed;
/// see [Hash] for why it is lenient.
///
/// @param at milliseconds since 1970 in UTC
/// @param keyId the key under which the content is sealed
public record Entry(
        String school,
        long sequence,
        String id,
        long at,
        String actor,
        String action,
        List<String> subjects,
        @Nullable String keyId,
        @Nullable Ciphertext ciphertext) {

    public Entry {
        Objects.requireNonNull(school);
        Objects.requireNonNull(id);
        Objects.requireNonNull(actor);
        Objects.requireNonNull(action);
        subjects = subjects.stream().sorted().distinct().toList();
    }
}
