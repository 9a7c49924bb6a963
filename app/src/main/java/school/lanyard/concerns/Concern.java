// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import school.lanyard.ledger.Recorded;

/// A concern as its entries in the ledger add up to it: the report as it was received, and how a
/// handler answered it where no incident was needed. It is never edited.
public record Concern(String id, Report report, @Nullable Answered answered) {

    /// The ledger's word for a report as it came.
    public static final String RECEIVED = "concern.received";

    static final String ANSWERED = "concern.answered";

    /// A handler decided that it needs no incident.
    public record Answered(Instant at, String by, Answer answer) {}

    /// What a handler records of a concern that needs no incident.
    ///
    /// @param decision what was decided, and why
    /// @param told who was told, other than the reporter
    /// @param reporterTold whether somebody came back to the reporter
    /// @param feedback what the reporter was told, or why they were told nothing
    public record Answer(String decision, String told, boolean reporterTold, String feedback) {

        /// Why it cannot be recorded like this; empty if it can.
        Optional<String> refusal() {
            return decision.isBlank() || told.isBlank() || feedback.isBlank()
                    ? Optional.of(
                            "Say what was decided, who was told, and what the reporter knows.")
                    : Optional.empty();
        }

        /// Nothing of it, so that nothing of it gets into a log.
        @Override
        public String toString() {
            return "Answer";
        }
    }

    static Concern of(String id, List<Recorded> received, List<Recorded> answered) {
        return new Concern(
                id,
                received.stream()
                        .map(entry -> Json.read(entry.opened(), Report.class))
                        .findFirst()
                        .orElseThrow(),
                answered.stream().map(Concern::answered).findFirst().orElse(null));
    }

    private static Answered answered(Recorded entry) {
        return new Answered(
                entry.at(), entry.actor().id(), Json.read(entry.opened(), Answer.class));
    }
}
