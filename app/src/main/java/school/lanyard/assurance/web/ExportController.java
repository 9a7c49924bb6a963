// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance.web;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.assurance.Assurance;
import school.lanyard.assurance.Picture;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.people.Schools;
import school.lanyard.publishing.Pdf;
import school.lanyard.web.Templates;
import school.lanyard.web.Times;

/// Takes the whole picture out, as a document to show or a table to work with. Each time is in the
/// ledger, and the document prints the ledger's newest hash.
@Controller
public class ExportController {

    static final String PDF = "/assurance/assurance.pdf";
    static final String CSV = "/assurance/assurance.csv";

    private static final String TAKEN_OUT = "assurance.exported";

    /// The document.
    public record PrintPage(
            AssuranceController.AssurancePage page, List<Part> parts, String made, String head) {

        /// A heading of the policy, its clauses that something keeps, and those that nothing does.
        public record Part(String heading, List<Line> lines, List<Line> unbound) {}
    }

    private final Assurance assurance;
    private final Ledger ledger;
    private final Schools schools;
    private final Templates templates;
    private final InstantSource clock;

    ExportController(
            Assurance assurance,
            Ledger ledger,
            Schools schools,
            Templates templates,
            InstantSource clock) {
        this.assurance = assurance;
        this.ledger = ledger;
        this.schools = schools;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping(PDF)
    @MayCall({
        Caller.READ_GOVERNOR_REPORTS,
        Caller.ISSUE_REPORTS,
        Caller.EDIT_POLICY,
        Caller.APPROVE_POLICY
    })
    ResponseEntity<byte[]> pdf(SignedIn me, @RequestParam MultiValueMap<String, String> typed) {
        var day = OnDay.of(typed, clock.instant());
        var picture = takenOut(me, day);
        var page =
                new PrintPage(
                        AssuranceController.page(picture, day),
                        Prints.parts(picture, day),
                        Times.dayAndTime(clock.instant()),
                        ledger.head(me.schoolId()).hex());
        var xhtml = templates.document("assurance/assurancePdf", page, schools.name(me.schoolId()));
        return attachment(
                "assurance.pdf", MediaType.APPLICATION_PDF, Pdf.render(xhtml, clock.instant()));
    }

    @GetMapping(CSV)
    @MayCall({
        Caller.READ_GOVERNOR_REPORTS,
        Caller.ISSUE_REPORTS,
        Caller.EDIT_POLICY,
        Caller.APPROVE_POLICY
    })
    ResponseEntity<byte[]> csv(SignedIn me, @RequestParam MultiValueMap<String, String> typed) {
        var day = OnDay.of(typed, clock.instant());
        var picture = takenOut(me, day);
        return attachment(
                "assurance.csv",
                new MediaType("text", "csv", StandardCharsets.UTF_8),
                Prints.csv(picture, assurance));
    }

    /// What is taken out; that it is stands in the ledger before it is.
    private Picture takenOut(SignedIn me, OnDay day) {
        var picture = ClausesController.found(assurance.of(me.schoolId(), day.at()));
        ledger.enterRead(
                me.schoolId(),
                clock.instant(),
                Actor.person(me.personId()),
                TAKEN_OUT,
                List.of(picture.edition()));
        return picture;
    }

    private static ResponseEntity<byte[]> attachment(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content);
    }
}
