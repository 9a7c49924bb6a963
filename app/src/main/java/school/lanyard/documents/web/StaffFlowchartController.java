// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents.web;

import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.contacts.LocalNumbers;
import school.lanyard.core.pack.Contact;
import school.lanyard.documents.InForce;
import school.lanyard.documents.Printer;

/// The flowchart for the staff room, with the numbers that the school filled in for itself.
@Controller
final class StaffFlowchartController {

    private final InForce inForce;
    private final LocalNumbers numbers;
    private final Printer printer;

    StaffFlowchartController(InForce inForce, LocalNumbers numbers, Printer printer) {
        this.inForce = inForce;
        this.numbers = numbers;
        this.printer = printer;
    }

    @MayCall(Caller.STAFF)
    @GetMapping("/policy/flowcharts/{key:[a-z0-9-]+}/numbers.pdf")
    ResponseEntity<byte[]> flowchart(@PathVariable String key, SignedIn caller) {
        var issue = inForce.of(caller.schoolId());
        var own =
                numbers.all(caller.schoolId()).stream()
                        .filter(contact -> !contact.call().isEmpty())
                        .collect(Collectors.toMap(Contact::key, Contact::call));
        var paper =
                issue.papers()
                        .flowchart(key, own)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"flowchart.pdf\"")
                .body(printer.pdf(issue.papers(), paper, issue.since()));
    }
}
