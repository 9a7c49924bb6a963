// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import school.lanyard.concerns.Origin;
import school.lanyard.concerns.store.ConcernRows;

/// How a report came, in words.
final class ReportWords {

    private ReportWords() {}

    /// @param stored as a row holds it; absent where somebody signed in wrote it
    static String came(@Nullable String stored) {
        return Arrays.stream(Origin.Way.values())
                .filter(way -> ConcernRows.way(way).equals(stored))
                .findFirst()
                .map(ReportWords::came)
                .orElse("");
    }

    static String came(Origin.Way way) {
        return switch (way) {
            case OPEN_FORM -> "From the open form";
            case ANONYMOUS -> "Without a name, with a receipt";
            case CLASS_TABLET -> "A child pressed a picture on a class tablet";
        };
    }
}
