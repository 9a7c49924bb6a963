// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the figures of a report need of one incident; nothing in it says which one.
///
/// @param place where its first report says that it happened
/// @param years year groups, when it was opened, of those it is about
public record Figure(
        Instant openedAt,
        String edition,
        @Nullable String category,
        @Nullable String mainRisk,
        @Nullable String outcome,
        @Nullable Instant firstActionAt,
        Report.Place place,
        Set<String> years) {

    public Figure {
        years = Set.copyOf(years);
    }
}
