// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents.web;

import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.contacts.LocalNumbers;
import school.lanyard.core.pack.Contact;
import school.lanyard.documents.InForce;
import school.lanyard.documents.Printer;

/// The sheet of everybody to call, with the numbers that the school filled in for itself: to be
/// printed before it is needed.
@Controller
final class StaffContactSheetController {

    private final InForce inForce;
    private final LocalNumbers numbers;
    private final Printer printer;

    StaffContactSheetController(InForce inForce, LocalNumbers numbers, Printer printer) {
        this.inForce = inForce;
        this.numbers = numbers;
        this.printer = printer;
    }

    @MayCall(Caller.STAFF)
    @GetMapping("/policy/forms/contacts/numbers.pdf")
    ResponseEntity<byte[]> sheet(SignedIn caller) {
        var issue = inForce.of(caller.schoolId());
        var own =
                numbers.all(caller.schoolId()).stream()
                        .filter(contact -> !contact.call().isEmpty())
                        .collect(Collectors.toMap(Contact::key, Contact::call));
        var paper = issue.papers().contactSheet(own);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"contacts.pdf\"")
                .body(printer.pdf(issue.papers(), paper, issue.since()));
    }
}
