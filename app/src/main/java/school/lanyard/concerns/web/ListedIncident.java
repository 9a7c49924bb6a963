// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
        @Nullable Instant closedAt) {}
