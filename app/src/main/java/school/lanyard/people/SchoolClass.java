// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A class of one school year.
///
/// @param to its last day; absent while it has none
public record SchoolClass(
        String id,
        String title,
        @Nullable String yearGroup,
        LocalDate from,
        @Nullable LocalDate to) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    @Override
    public String toString() {
        return "SchoolClass[" + id + "]";
    }
}
