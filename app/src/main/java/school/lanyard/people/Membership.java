// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// That somebody belongs to a group of the school's pack, such as `learner`, from a day on.
///
/// @param to the last day; absent while there is none
public record Membership(
        String group, @Nullable String yearGroup, LocalDate from, @Nullable LocalDate to) {

    public Membership {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a membership ends before it begins");
        }
    }

    public static Membership since(LocalDate from, String group) {
        return new Membership(group, null, from, null);
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
