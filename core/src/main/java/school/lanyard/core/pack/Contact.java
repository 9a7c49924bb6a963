// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Help outside the school, when to use it, and its number or address where that is the same for
/// all.
///
/// `local` means that the school fills in its own number; `call` is empty until it does.
///
/// @param replyWithin how soon the school looks for a reply to a referral; absent for one to which
///   no case is referred
/// @param hours when it answers; absent where it always does, or nobody knows
/// @param outOfHours the key of whom to call when it does not
public record Contact(
        String key,
        String label,
        String useWhen,
        String call,
        String web,
        boolean local,
        @Nullable TemporalAmount replyWithin,
        @Nullable OfficeHours hours,
        @Nullable String outOfHours,
        List<String> clauses) {

    public Contact {
        clauses = List.copyOf(clauses);
    }

    /// The same contact with a school's own number.
    public Contact calling(String number) {
        return new Contact(
                key, label, useWhen, number, web, local, replyWithin, hours, outOfHours, clauses);
    }

    /// Whether a case can be referred to it.
    public boolean takesReferrals() {
        return replyWithin != null;
    }

    /// Whom to call in its place at a moment; absent while it answers itself.
    public Optional<String> insteadAt(Instant at) {
        return hours == null || hours.isOpen(at)
                ? Optional.empty()
                : Optional.ofNullable(outOfHours);
    }
}
