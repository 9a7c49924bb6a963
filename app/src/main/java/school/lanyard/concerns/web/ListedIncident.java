// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import school.lanyard.web.Times;

/// An incident in a list.
public record ListedIncident(
        String reference,
        String category,
        String people,
        String track,
        boolean police,
        Instant openedAt,
        @Nullable Instant nextDueAt,
        @Nullable String outcome,
        @Nullable Instant closedAt) {

    private static final Duration FRESH = Duration.ofMinutes(15);

    /// Whether it was opened only just now, when its first step is due at once and late for nobody.
    public boolean fresh(Instant now) {
        return now.isBefore(openedAt.plus(FRESH));
    }

    /// Such as "Opened 3 minutes ago".
    public String age(Instant now) {
        return "Opened " + Times.length(Duration.between(openedAt, now)) + " ago";
    }
}
