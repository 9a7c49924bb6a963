// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.concerns.Incidents;
import school.lanyard.people.Schools;
import school.lanyard.publishing.Pdf;
import school.lanyard.web.Templates;

/// Prints the form that a step of a playbook stands on, to be signed. That it left is entered.
@Controller
class StepPaperController {

    private final Incidents incidents;
    private final Schools schools;
    private final Templates templates;
    private final Desk desk;

    StepPaperController(Incidents incidents, Schools schools, Templates templates, Desk desk) {
        this.incidents = incidents;
        this.schools = schools;
        this.templates = templates;
        this.desk = desk;
    }

    @PostMapping("/incidents/" + TriageController.REFERENCE + "/steps/{step:[a-z0-9_-]+}/paper.pdf")
    @MayCall(Caller.HANDLE_CASES)
    ResponseEntity<byte[]> paper(
            SignedIn me, @PathVariable String reference, @PathVariable String step) {
        var title =
                desk.open(me, reference).playbook().steps().stream()
                        .filter(each -> each.key().equals(step))
                        .flatMap(each -> Stream.ofNullable(each.card().paper()))
                        .findFirst()
                        .orElseThrow(Desk::notFound);
        var now = desk.now();
        var opened = Desk.found(incidents.print(desk.viewer(me), reference, title, now));
        var directory = desk.directory(me);
        var page = StepPaper.of(opened, title, directory, directory.name(me.personId()), now);
        var xhtml = templates.document("concerns/stepPaper", page, schools.name(me.schoolId()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(step + "-" + reference + ".pdf")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Pdf.render(xhtml, now));
    }
}
