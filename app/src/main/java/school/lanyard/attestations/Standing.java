// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where somebody stands with one text.
public sealed interface Standing {

    /// Signed, in the words that are in force.
    ///
    /// @param until the last day on which it counts; absent where it goes on
    record Signed(Attestation by, @Nullable LocalDate until) implements Standing {}

    /// Signed once, in other words than those in force.
    record OtherWords(Attestation last) implements Standing {}

    /// Signed in these words, longer ago than it counts.
    record Lapsed(Attestation last, LocalDate since) implements Standing {}

    record Never() implements Standing {}

    default boolean signed() {
        return this instanceof Signed;
    }

    /// What was signed last, whether or not it still counts.
    default @Nullable Attestation newest() {
        return switch (this) {
            case Signed(var by, _) -> by;
            case OtherWords(var last) -> last;
            case Lapsed(var last, _) -> last;
            case Never() -> null;
        };
    }
}
