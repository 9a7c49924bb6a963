// SPDX-License-Identifier: Apache-2.0
package school.lanyard.lessons;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A change to how the school works.
///
/// @param owner key of the role that sees to it
/// @param done absent until it is
public record PracticeChange(
        String id,
        String what,
        String owner,
        LocalDate due,
        String setBy,
        Instant setAt,
        @Nullable Done done) {

    /// That it was done.
    public record Done(String how, String by, Instant at) {}

    public boolean overdue(LocalDate today) {
        return done == null && due.isBefore(today);
    }
}
