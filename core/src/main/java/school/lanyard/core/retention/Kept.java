// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.retention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Somebody for whose sake a case is kept.
public sealed interface Kept {

    /// Somebody who was a child of the school.
    ///
    /// @param bornOn absent where it is not recorded
    record Child(@Nullable LocalDate bornOn) implements Kept {}

    record Adult() implements Kept {}

    /// An adult about whom a low-level concern is.
    ///
    /// @param leftOn their last day; absent while they have not left
    record Colleague(@Nullable LocalDate leftOn) implements Kept {}
}
