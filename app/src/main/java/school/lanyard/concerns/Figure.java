// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the figures of a report need of one incident; nothing in it says which one.
public record Figure(
        Instant openedAt,
        String edition,
        @Nullable String category,
        @Nullable String mainRisk,
        @Nullable String outcome,
        @Nullable Instant firstActionAt) {}
