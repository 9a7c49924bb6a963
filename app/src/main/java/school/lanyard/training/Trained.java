// SPDX-License-Identifier: Apache-2.0
package school.lanyard.training;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where somebody stands with a course.
///
/// @param last when they last had all of it; absent where they never did
/// @param due the last day on which they are not late; absent where once was enough
/// @param missing what of it they have not had, in words, where they have had some
/// @param overdue whether that day is past
public record Trained(
        @Nullable LocalDate last, @Nullable LocalDate due, List<String> missing, boolean overdue) {

    public Trained {
        missing = List.copyOf(missing);
    }

    /// Whether they have it as the policy asks.
    public boolean current() {
        return last != null && !overdue;
    }
}
