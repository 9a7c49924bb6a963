// SPDX-License-Identifier: Apache-2.0
package school.lanyard.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An entry read back, its content opened.
///
/// @param id opaque; the place in the chain is shown to nobody
/// @param content absent where the entry has none, or where it was disposed of
public record Recorded(
        String id, Instant at, Actor actor, String action, @Nullable String content) {

    /// The content of an entry that must have some.
    ///
    /// @throws IllegalStateException if it was disposed of
    public String opened() {
        if (content == null) {
            throw new IllegalStateException("the content of this entry was disposed of");
        }
        return content;
    }
}
