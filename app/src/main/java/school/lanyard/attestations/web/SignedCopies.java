// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import school.lanyard.attestations.Attestation.Form;
import school.lanyard.attestations.Attestation.Way;
import school.lanyard.attestations.Attestations.Opened;
import school.lanyard.ledger.Ledger;
import school.lanyard.people.People;
import school.lanyard.people.Schools;
import school.lanyard.policy.Editions;
import school.lanyard.publishing.Pdf;
import school.lanyard.web.Download;
import school.lanyard.web.SummaryRow;
import school.lanyard.web.Templates;
import school.lanyard.web.Times;

/// Prints what was signed, with the very words: those of the edition that it was signed under.
@Component
public class SignedCopies {

    private final Editions editions;
    private final People people;
    private final Schools schools;
    private final Ledger ledger;
    private final Templates templates;

    SignedCopies(
            Editions editions, People people, Schools schools, Ledger ledger, Templates templates) {
        this.editions = editions;
        this.people = people;
        this.schools = schools;
        this.ledger = ledger;
        this.templates = templates;
    }

    /// A signed copy.
    ///
    /// @param head of the ledger, so that a rewritten history shows
    public record CopyPage(
            String school, TextView text, List<Fact> facts, boolean withdrawn, String head) {}

    public record Fact(String label, String value) {}

    byte[] pdf(String school, Opened opened) {
        var signed = opened.attestation();
        var name = schools.name(school);
        var pack = editions.find(school, signed.edition()).orElseThrow().pack();
        var text = java.util.Objects.requireNonNull(pack.agreements().get(signed.agreement()));
        var page =
                new CopyPage(
                        name,
                        TextView.of(text, pack.edition()),
                        facts(school, opened),
                        opened.withdrawn(),
                        ledger.head(school).hex());
        return Pdf.render(
                templates.document("attestations/copyPdf", page, name), signed.recordedAt());
    }

    /// Who signed what, when and how, in words.
    List<Fact> facts(String school, Opened opened) {
        var signed = opened.attestation();
        var names = people.directory(school);
        var facts = new ArrayList<Fact>();
        var subject = signed.subject();
        var signer = signed.signer();
        var typed = opened.details();
        if (signer != null) {
            facts.add(new Fact("Signed by", names.name(signer)));
        }
        if (subject != null && (signer == null || signed.onBehalf())) {
            facts.add(new Fact("For", names.name(subject)));
        }
        add(facts, signed.form() == Form.DOOR ? "Visitor" : "Name as typed", typed.name());
        add(facts, "From", typed.organisation());
        add(facts, "Visiting", typed.visiting());
        add(facts, "Class", typed.className());
        facts.add(
                new Fact(
                        signed.way() == Way.PAPER ? "Date on the paper" : "When",
                        signed.way() == Way.PAPER
                                ? Times.day(signed.signedOn())
                                : Times.dayAndTime(signed.recordedAt())));
        facts.add(new Fact("How", signed.way().words()));
        if (signed.way() == Way.PAPER || signed.way() == Way.CLASS) {
            facts.add(
                    new Fact(
                            "Recorded",
                            Times.dayAndTime(signed.recordedAt())
                                    + " by "
                                    + names.name(signed.recordedBy())));
        }
        facts.add(new Fact("Mark of the text", TextView.mark(signed.textHash())));
        return List.copyOf(facts);
    }

    private static void add(List<Fact> facts, String label, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(label, value));
        }
    }

    static List<SummaryRow> rows(List<Fact> facts) {
        return facts.stream().map(fact -> SummaryRow.of(fact.label(), fact.value())).toList();
    }

    ResponseEntity<byte[]> answer(String school, Opened opened) {
        return Download.pdf("signed-copy.pdf", pdf(school, opened));
    }
}
