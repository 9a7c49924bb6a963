// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.policy.store.EditionRows.Dated;

/// That an edition began to run. It cannot have done so before it was published, whatever day it
/// names, so that what was decided before then was decided rightly.
public record CameIntoForce(Edition edition, Instant at) {

    /// When each edition began to run, in order; one that a later day overtook never did.
    static Map<String, Instant> moments(List<Dated> editions) {
        var moments = new LinkedHashMap<String, Instant>();
        var newest = LocalDate.MIN;
        for (var edition :
                editions.stream()
                        .sorted(
                                Comparator.comparing(CameIntoForce::earliest)
                                        .thenComparing(Dated::inForceOn)
                                        .thenComparing(Dated::publishedAt))
                        .toList()) {
            if (!edition.inForceOn().isBefore(newest)) {
                newest = Objects.requireNonNull(edition.inForceOn());
                moments.put(edition.id(), earliest(edition));
            }
        }
        return moments;
    }

    private static Instant earliest(Dated edition) {
        var day = edition.inForceOn().atStartOfDay(SchoolTime.ZONE).toInstant();
        return day.isBefore(edition.publishedAt()) ? edition.publishedAt() : day;
    }
}
