// SPDX-License-Identifier: Apache-2.0
package school.lanyard.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A report of a kind that the policy asks for by name, and how its clocks stand.
///
/// @param kind a key of the pack's kinds of report
/// @param acknowledgeBy absent where the kind sets no time
/// @param decideBy absent where there is nothing to decide
/// @param knownAt when somebody at school first knew; absent until that is asked and answered
public record Notice(
        String concern,
        String reference,
        String kind,
        Instant receivedAt,
        @Nullable Instant acknowledgeBy,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant decideBy,
        @Nullable Instant decidedAt,
        @Nullable Instant knownAt) {

    /// The next moment by which something has to be done; absent where nothing has.
    public @Nullable Instant due() {
        if (acknowledgeBy != null && acknowledgedAt == null) {
            return acknowledgeBy;
        }
        return decidedAt == null ? decideBy : null;
    }

    /// Whether somebody has still to say that they have it.
    public boolean waitsForAcknowledgement() {
        return acknowledgeBy != null && acknowledgedAt == null;
    }

    /// From when the time to decide is counted.
    public Instant countedFrom() {
        return knownAt == null ? receivedAt : knownAt;
    }

    /// Whether something has still to be decided.
    public boolean waitsForDecision() {
        return decideBy != null && decidedAt == null;
    }
}
