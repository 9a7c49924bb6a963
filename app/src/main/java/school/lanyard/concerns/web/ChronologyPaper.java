// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.Instant;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import school.lanyard.access.SignedIn;
import school.lanyard.people.Schools;
import school.lanyard.publishing.Pdf;
import school.lanyard.web.Form;
import school.lanyard.web.Templates;

/// A chronology as a document that leaves: for whom is asked first.
@Component
class ChronologyPaper {

    private static final int LIMIT = 500;

    private final Schools schools;
    private final Templates templates;

    ChronologyPaper(Schools schools, Templates templates) {
        this.schools = schools;
        this.templates = templates;
    }

    /// Whom it is for, and why.
    static String recipient(Form form) {
        var recipient = form.required("recipient", "Say who the document is for, and why");
        form.atMost("recipient", LIMIT, "Who it is for");
        return recipient;
    }

    ResponseEntity<byte[]> of(SignedIn me, String template, Record page, String name, Instant now) {
        var xhtml = templates.document(template, page, schools.name(me.schoolId()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Pdf.render(xhtml, now));
    }
}
