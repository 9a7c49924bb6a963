// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// That somebody is in a class, as a child or as one who works there, from a day on.
///
/// @param to the last day; absent while there is none
public record ClassMember(
        String id,
        String schoolClass,
        String person,
        Part part,
        LocalDate from,
        @Nullable LocalDate to) {

    public enum Part {
        LEARNER,
        STAFF;

        public String stored() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Part of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
