// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.assurance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a clause stands on a day, and why.
///
/// @param parts each thing that keeps it; none where nothing does
/// @param nextDue the first day by which something has to be done or looked at again
/// @param bases what the newest evidence of each part rests on
public record Assessed(
        State state, List<Part> parts, @Nullable LocalDate nextDue, Set<Basis> bases) {

    private static final String NOT_BOUND = "No part of Lanyard keeps this yet.";

    /// How one of the things stands that keep it.
    ///
    /// @param evidence the newest first
    public record Part(
            String mechanism,
            State state,
            List<Evidence> evidence,
            @Nullable LocalDate nextDue,
            String why) {

        public Part {
            evidence = List.copyOf(evidence);
        }
    }

    public Assessed {
        parts = List.copyOf(parts);
        bases = Set.copyOf(bases);
    }

    /// The newest evidence of all, whatever it shows.
    public Optional<Evidence> last() {
        return parts.stream()
                .flatMap(part -> part.evidence().stream().limit(1))
                .reduce((one, other) -> other.at().isAfter(one.at()) ? other : one);
    }

    /// The words of the part that decides.
    public String why() {
        return parts.stream()
                .filter(part -> part.state() == state)
                .map(Part::why)
                .findFirst()
                .orElse(NOT_BOUND);
    }
}
