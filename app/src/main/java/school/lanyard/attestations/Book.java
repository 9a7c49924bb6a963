// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations;

import java.time.LocalDate;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import school.lanyard.attestations.Attestation.Form;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Agreement;
import school.lanyard.core.pack.Interval;
import school.lanyard.core.pack.Pack;

/// What of the texts of one policy was signed, as of a day. Pure: the same attestations and the
/// same day give the same standing for ever.
public final class Book {

    private record About(String agreement, Form form, String subject) {}

    private final Pack pack;
    private final LocalDate day;
    private final Map<About, Attestation> newest = new HashMap<>();

    /// Looks at what was signed from a day.
    ///
    /// @param attestations those that count, in any order
    public Book(Pack pack, LocalDate day, Collection<Attestation> attestations) {
        this.pack = pack;
        this.day = day;
        attestations.forEach(this::enter);
    }

    private void enter(Attestation attestation) {
        var subject = attestation.subject();
        if (subject != null) {
            newest.merge(
                    new About(attestation.agreement(), attestation.form(), subject),
                    attestation,
                    this::better);
        }
    }

    /// Of two, the one in today's words; of two in the same, the later.
    private Attestation better(Attestation one, Attestation other) {
        return Comparator.comparing(this::inForce)
                                .thenComparing(Attestation::signedOn)
                                .thenComparing(Attestation::recordedAt)
                                .compare(one, other)
                        >= 0
                ? one
                : other;
    }

    private boolean inForce(Attestation attestation) {
        var agreement = pack.agreements().get(attestation.agreement());
        return agreement != null && agreement.hash().equals(attestation.textHash());
    }

    public Pack pack() {
        return pack;
    }

    public LocalDate day() {
        return day;
    }

    public Optional<Agreement> agreement(String key) {
        return Optional.ofNullable(pack.agreements().get(key));
    }

    /// Where somebody stands with a text.
    public Standing of(Agreement agreement, Form form, String subject) {
        var last = newest.get(new About(agreement.key(), form, subject));
        if (last == null) {
            return new Standing.Never();
        }
        if (!agreement.hash().equals(last.textHash())) {
            return new Standing.OtherWords(last);
        }
        var until = until(agreement, last);
        return until != null && day.isAfter(until)
                ? new Standing.Lapsed(last, until.plusDays(1))
                : new Standing.Signed(last, until);
    }

    private @Nullable LocalDate until(Agreement agreement, Attestation signed) {
        return Optional.ofNullable(pack.intervals().get(agreement.asking().again()))
                .map(Interval::length)
                .map(length -> after(signed.signedOn(), length))
                .orElse(null);
    }

    private static LocalDate after(LocalDate signed, TemporalAmount length) {
        var noon = signed.atTime(12, 0).atZone(SchoolTime.ZONE).toInstant();
        return SchoolTime.day(SchoolTime.after(noon, length));
    }

    /// The texts that are agreed to at the door.
    public List<Agreement> atTheDoor() {
        return pack.agreements().values().stream()
                .filter(agreement -> agreement.asking().atTheDoor())
                .toList();
    }
}
