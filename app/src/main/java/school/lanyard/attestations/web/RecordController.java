// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations.web;

import java.time.InstantSource;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.attestations.Attestations;
import school.lanyard.attestations.Attestations.Opened;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.policy.Editions;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.SummaryRow;

/// One attestation: what was signed, by whom and how; its copy; and its withdrawal if it was
/// recorded by mistake.
@Controller
public class RecordController {

    static final String ADDRESS = "/attestation-records";

    private static final String ONE = ADDRESS + "/{id:[0-9a-f-]{36}}";
    private static final String READ = "attestation.read";
    private static final int LIMIT = 500;

    private final Attestations attestations;
    private final SignedCopies copies;
    private final Editions editions;
    private final Ledger ledger;
    private final InstantSource clock;

    RecordController(
            Attestations attestations,
            SignedCopies copies,
            Editions editions,
            Ledger ledger,
            InstantSource clock) {
        this.attestations = attestations;
        this.copies = copies;
        this.editions = editions;
        this.ledger = ledger;
        this.clock = clock;
    }

    public record RecordPage(
            Form form,
            String id,
            String title,
            String back,
            List<SummaryRow> facts,
            boolean withdrawn) {}

    @GetMapping(ONE)
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.ISSUE_REPORTS})
    ModelAndView show(SignedIn me, @PathVariable String id) {
        return Pages.form("attestations/record", page(me, find(me, id), Form.blank()));
    }

    @GetMapping(ONE + "/copy.pdf")
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.ISSUE_REPORTS})
    ResponseEntity<byte[]> copy(SignedIn me, @PathVariable String id) {
        return copies.answer(me.schoolId(), find(me, id));
    }

    @PostMapping(ONE + "/withdrawal")
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.ISSUE_REPORTS})
    ModelAndView withdraw(
            SignedIn me,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var found = find(me, id);
        var form = Form.of(typed);
        var why = form.required("why", "Say why it was recorded by mistake");
        form.atMost("why", LIMIT, "Why it was recorded by mistake");
        if (form.refused()) {
            return Pages.refused("attestations/record", page(me, found, form));
        }
        attestations.withdraw(me.schoolId(), me.personId(), id, why);
        return Pages.to(
                Office.ADDRESS + "/" + found.attestation().agreement(),
                "Withdrawn. It counts for nothing any more.",
                flash);
    }

    /// The reading is in the ledger before anything is opened.
    private Opened find(SignedIn me, String id) {
        if (attestations.find(me.schoolId(), id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        ledger.enterRead(
                me.schoolId(), clock.instant(), Actor.person(me.personId()), READ, List.of(id));
        return attestations.find(me.schoolId(), id).orElseThrow();
    }

    private RecordPage page(SignedIn me, Opened found, Form form) {
        var signed = found.attestation();
        var text =
                editions.find(me.schoolId(), signed.edition())
                        .orElseThrow()
                        .pack()
                        .agreements()
                        .get(signed.agreement());
        return new RecordPage(
                form,
                signed.id(),
                text == null ? signed.agreement() : text.title(),
                signed.subject() == null
                        ? DoorOfficeController.ADDRESS
                        : Office.ADDRESS + "/" + signed.agreement(),
                SignedCopies.rows(copies.facts(me.schoolId(), found)),
                found.withdrawn());
    }
}
