// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.assurance;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAmount;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.calendar.Terms;
import school.lanyard.core.pack.Cadence;
import school.lanyard.core.pack.Clause;
import school.lanyard.core.pack.Interval;
import school.lanyard.core.pack.Pack;

/// How often a clause asks for what it asks.
///
/// @param length the pack's own number; absent where the cadence says it all
public record Schedule(Cadence cadence, @Nullable TemporalAmount length) {

    /// A clause's own schedule. What an old edition does not say is absent.
    public static Schedule of(Clause clause, Pack pack) {
        return new Schedule(
                clause.cadence(),
                Optional.ofNullable(pack.intervals().get(clause.interval()))
                        .map(Interval::length)
                        .orElse(null));
    }

    /// The last day on which it is not late to do it again; absent where nothing recurs.
    public Optional<LocalDate> nextAfter(LocalDate done, Terms terms) {
        return switch (cadence) {
            case TERMLY ->
                    Optional.of(length == null ? terms.endOfNext(done) : after(done, length));
            case ANNUAL -> Optional.of(length == null ? done.plusYears(1) : after(done, length));
            case EVERY_2_YEARS ->
                    Optional.of(length == null ? done.plusYears(2) : after(done, length));
            case REGULAR -> Optional.ofNullable(length).map(own -> after(done, own));
            case NONE, CONTINUOUS, ON_EVENT, IMMEDIATE, WITHIN_72H, AT_INDUCTION ->
                    Optional.empty();
        };
    }

    /// Hours are counted as the days that they begin: a day is the least that is counted here.
    private static LocalDate after(LocalDate done, TemporalAmount length) {
        return length instanceof Duration hours
                ? done.plusDays(Math.max(1, Math.ceilDiv(hours.toMinutes(), 24 * 60)))
                : done.plus(length);
    }
}
