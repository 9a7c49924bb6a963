// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// That somebody holds a role of the school's pack from a day, and until when.
///
/// @param to the last day; absent while there is none
/// @param covers the appointment whose absent holder this stands in for; absent for one of its own
public record Appointment(
        String id,
        String person,
        String role,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable String covers) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /// Whether there is any day on which both hold.
    public boolean overlaps(LocalDate otherFrom, @Nullable LocalDate otherTo) {
        return (to == null || !otherFrom.isAfter(to))
                && (otherTo == null || !from.isAfter(otherTo));
    }
}
