// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one member of staff wrote, in local time of the school.
///
/// @param happenedAt when it happened, as far as the reporter knows
/// @param approximate whether that time is a guess
/// @param ownWords a child's own words, where there are any
public record DemoConcern(
        String id,
        String scenario,
        String reporterId,
        LocalDateTime happenedAt,
        boolean approximate,
        LocalDateTime writtenAt,
        boolean onSite,
        String where,
        String device,
        boolean riskNow,
        String narrative,
        @Nullable String ownWords,
        List<Part> people) {

    public DemoConcern {
        people = List.copyOf(people);
    }

    /// Somebody's part in it.
    ///
    /// @param role affected, witness or alleged; the reporter stands apart
    public record Part(String personId, String role) {}
}
