// SPDX-License-Identifier: Apache-2.0
package school.lanyard.retention;

import java.time.LocalDate;

/// What a review decides of a case.
public sealed interface Decision {

    /// It is no longer needed.
    record Dispose() implements Decision {}

    /// It is still needed, and is reviewed again on a day.
    record Keep(LocalDate until) implements Decision {}
}
