// SPDX-License-Identifier: Apache-2.0
package school.lanyard.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.retention.Term;

/// A case as far as keeping it goes.
///
/// @param kind `incident` or `concern`
/// @param category key of an incident's kind; absent where it was not sorted
/// @param endedAt absent while it is open
/// @param people linked to it
/// @param birthsMissing those of them who were children here and whose date of birth is missing
/// @param term absent while it is open
/// @param hold that holds it back; absent where none does
/// @param waiting a decision to dispose of it that waits for a second person
/// @param keepUntil the day of the last review that kept it
public record KeptCase(
        String id,
        String kind,
        String reference,
        String edition,
        @Nullable String category,
        @Nullable Instant endedAt,
        List<String> people,
        List<String> birthsMissing,
        @Nullable Term term,
        @Nullable Hold hold,
        @Nullable Review waiting,
        @Nullable LocalDate keepUntil) {

    public KeptCase {
        people = List.copyOf(people);
        birthsMissing = List.copyOf(birthsMissing);
    }

    /// A legal hold, or any other reason to keep a case whatever its age.
    public record Hold(String id, String reason, String by, Instant at) {}

    /// A decision that waits for a second person.
    public record Review(String id, String reason, String by, Instant at) {}

    /// Where it stands on a day.
    public State on(LocalDate day) {
        if (endedAt == null || term == null) {
            return State.OPEN;
        }
        if (hold != null) {
            return State.HELD;
        }
        if (waiting != null) {
            return State.WAITING;
        }
        return switch (term) {
            case Term.BirthMissing _ -> State.BIRTH_MISSING;
            case Term.NotStated _ -> State.NOT_STATED;
            case Term.NotLeft _ -> State.KEPT;
            case Term.From _ when keepUntil != null && day.isBefore(keepUntil) -> State.KEPT;
            case Term.From from -> from.dueOn(day) ? State.DUE : State.KEPT;
        };
    }

    /// What can be said of a case on a day.
    public enum State {
        OPEN,
        HELD,
        WAITING,
        BIRTH_MISSING,
        NOT_STATED,
        KEPT,
        DUE
    }

    @Override
    public String toString() {
        return "KeptCase[" + id + "]";
    }
}
