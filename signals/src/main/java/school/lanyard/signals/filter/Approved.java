// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// One site, or the start of a path on it, that the school has decided about for some people.
///
/// `reference` finds the request that it was approved by. Without `until` it does not expire.
public record Approved(
        String rule,
        boolean blocks,
        Who who,
        LocalDateTime from,
        @Nullable LocalDateTime until,
        String reference) {

    boolean holds(Asker asker, LocalDateTime at) {
        return !at.isBefore(from)
                && (until == null || at.isBefore(until))
                && who.includes(asker, at);
    }
}
