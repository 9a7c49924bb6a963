// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.lanyard.concerns.IncidentEvent.ReferralSettled;
import school.lanyard.concerns.IncidentEvent.Referred;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Contact;
import school.lanyard.core.pack.Pack;

/// That an incident was taken to a body outside the school, and what came of it.
///
/// @param contact the body, in the words of the edition that the incident stays on
/// @param due when the school looks for a reply; absent once it is settled
public record Referral(
        Referred made, Contact contact, @Nullable Instant due, @Nullable ReferralSettled settled) {

    public boolean waits() {
        return settled == null;
    }

    /// Every referral of an incident, in order.
    public static List<Referral> of(Pack pack, Incident incident) {
        return incident.history().stream()
                .map(Happening::event)
                .filter(Referred.class::isInstance)
                .map(Referred.class::cast)
                .flatMap(made ->
                        Stream.ofNullable(pack.contacts().get(made.contact()))
                                .map(contact -> of(made, contact, incident)))
                .toList();
    }

    private static Referral of(Referred made, Contact contact, Incident incident) {
        var settled =
                incident.history().stream()
                        .map(Happening::event)
                        .filter(ReferralSettled.class::isInstance)
                        .map(ReferralSettled.class::cast)
                        .filter(each -> each.referral().equals(made.id()))
                        .findFirst();
        return new Referral(
                made,
                contact,
                settled.isPresent() ? null : due(made, contact).orElse(null),
                settled.orElse(null));
    }

    private static Optional<Instant> due(Referred made, Contact contact) {
        return Optional.ofNullable(contact.replyWithin())
                .map(within -> SchoolTime.after(made.at(), within));
    }
}
