// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import school.lanyard.concerns.News;
import school.lanyard.concerns.Receipt;
import school.lanyard.concerns.Urgent;
import school.lanyard.core.pack.Contact;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.routing.Destination;
import school.lanyard.web.SummaryRow;

/// That a concern was received, and where it went.
///
/// @param to the posts it went to, in words; empty where nobody at school may take it
/// @param tell the same posts, any one of whom may be told in person
/// @param contact whom to ring where nobody at school may take it
public record ReceiptPage(
        String reference,
        Instant receivedAt,
        boolean atRiskNow,
        String to,
        String tell,
        @Nullable Contact contact,
        Urgent urgent,
        News news) {

    /// @param local a contact as this school calls it
    static ReceiptPage of(Receipt receipt, Pack pack, UnaryOperator<Contact> local) {
        return switch (receipt.destination()) {
            case Destination.ToRoles roles -> page(receipt, pack, roles.roles(), null);
            case Destination.ToContact outside ->
                    page(
                            receipt,
                            pack,
                            List.of(),
                            Optional.ofNullable(pack.contacts().get(outside.contact()))
                                    .map(local)
                                    .orElse(null));
        };
    }

    /// What to do at once, for a concern that says somebody is at risk now.
    public String urgentWords() {
        return to.isEmpty()
                ? urgent.ringing()
                : "Go and tell %s in person now. Do not wait for them to read this. %s"
                        .formatted(tell, urgent.ringing());
    }

    public List<SummaryRow> rows(Content time) {
        var received = SummaryRow.of("Received", time);
        return to.isEmpty()
                ? List.of(received)
                : List.of(
                        received,
                        SummaryRow.of("It went to", to),
                        SummaryRow.of("State", NewsWords.of(news)));
    }

    /// Whether it is on record that somebody came back to the reporter.
    public boolean answered() {
        return news instanceof News.Answered;
    }

    private static ReceiptPage page(
            Receipt receipt, Pack pack, List<String> to, @Nullable Contact contact) {
        return new ReceiptPage(
                receipt.reference(),
                receipt.receivedAt(),
                receipt.atRiskNow(),
                Urgent.allOf(pack, to),
                Urgent.oneOf(pack, to),
                contact,
                Urgent.of(pack),
                receipt.news());
    }
}
