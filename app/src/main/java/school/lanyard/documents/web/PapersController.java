// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents.web;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.documents.InForce;
import school.lanyard.documents.Medium;
import school.lanyard.documents.Paper;
import school.lanyard.documents.Papers;
import school.lanyard.documents.Printed;
import school.lanyard.documents.Printer;
import school.lanyard.documents.Shelf;
import school.lanyard.web.Pages;
import school.lanyard.web.Templates;

/// The policy in force and its papers, for anybody: as pages and as PDF. They name posts and nobody
/// who holds one, but for whoever signed the policy.
@Controller
public final class PapersController {

    private static final String POLICY = "/policy";
    private static final String PAPER =
            POLICY + "/{shelf:flowcharts|posters|agreements}/{key:[a-z0-9-]+}";

    private final InForce inForce;
    private final Shelf shelf;
    private final Printer printer;
    private final Templates templates;

    PapersController(InForce inForce, Shelf shelf, Printer printer, Templates templates) {
        this.inForce = inForce;
        this.shelf = shelf;
        this.printer = printer;
        this.templates = templates;
    }

    /// A page of the site that holds one paper.
    public record SitePage(
            String title, String detail, String body, String pdf, boolean document) {}

    /// A paper in the list.
    public record Entry(String title, String detail, String page, String pdf) {}

    public record Shelves(String title, List<Entry> entries) {}

    /// All papers; the edition is empty where no policy is in force.
    public record IndexPage(List<Shelves> kinds, String edition) {}

    @MayCall(Caller.ANYONE)
    @GetMapping("/policy/papers")
    ModelAndView index() {
        var issue = inForce.open();
        return Pages.of(
                "documents/index",
                new IndexPage(
                        issue.map(each -> kinds(each.papers())).orElse(List.of()),
                        issue.map(each -> each.papers().name()).orElse("")));
    }

    private static List<Shelves> kinds(Papers papers) {
        return Arrays.stream(Paper.Kind.values())
                .map(kind ->
                        new Shelves(
                                kind.title(),
                                papers.all().stream()
                                        .filter(paper -> paper.kind() == kind)
                                        .map(PapersController::entry)
                                        .toList()))
                .filter(kind -> !kind.entries().isEmpty())
                .toList();
    }

    private static Entry entry(Paper paper) {
        var address = address(paper);
        return new Entry(paper.title(), paper.detail(), address, address + ".pdf");
    }

    private static String address(Paper paper) {
        return paper.address().isEmpty() ? POLICY : POLICY + "/" + paper.address();
    }

    @MayCall(Caller.ANYONE)
    @GetMapping(POLICY)
    ResponseEntity<byte[]> document(
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "")
                    String encodings) {
        return page("", encodings);
    }

    @MayCall(Caller.ANYONE)
    @GetMapping(POLICY + ".pdf")
    ResponseEntity<byte[]> documentPdf() {
        return pdf("");
    }

    @MayCall(Caller.ANYONE)
    @GetMapping(PAPER)
    ResponseEntity<byte[]> paper(
            @PathVariable String shelf,
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "")
                    String encodings) {
        return page(shelf + "/" + key, encodings);
    }

    @MayCall(Caller.ANYONE)
    @GetMapping(PAPER + ".pdf")
    ResponseEntity<byte[]> paperPdf(@PathVariable String shelf, @PathVariable String key) {
        return pdf(shelf + "/" + key);
    }

    private ResponseEntity<byte[]> page(String address, String encodings) {
        var printed =
                printed(address, "html", issue -> Printed.html(site(issue, paper(issue, address))));
        var sent = sent(printed).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return encodings.contains("gzip")
                ? sent.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(printed.gzip())
                : sent.body(printed.plain());
    }

    private ResponseEntity<byte[]> pdf(String address) {
        var printed =
                printed(
                        address,
                        "pdf",
                        issue ->
                                Printed.pdf(
                                        printer.pdf(
                                                issue.papers(),
                                                paper(issue, address),
                                                issue.since())));
        var name =
                address.isEmpty()
                        ? "online-safety-policy"
                        : address.substring(address.indexOf('/') + 1);
        return sent(printed)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"%s.pdf\"".formatted(name))
                .body(printed.plain());
    }

    private Printed printed(String address, String format, Function<InForce.Issue, Printed> print) {
        var issue = inForce.open().orElseThrow(PapersController::notFound);
        paper(issue, address);
        return shelf.take(issue.key(), address + " " + format, () -> print.apply(issue));
    }

    private static Paper paper(InForce.Issue issue, String address) {
        return issue.papers().at(address).orElseThrow(PapersController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private String site(InForce.Issue issue, Paper paper) {
        return templates.document(
                "documents/site",
                new SitePage(
                        Printer.title(issue.papers(), paper),
                        paper.detail(),
                        printer.body(paper, Medium.SITE),
                        address(paper) + ".pdf",
                        paper.kind() == Paper.Kind.DOCUMENT),
                issue.school());
    }

    /// A browser may keep it, and asks each time whether it is still the one in force.
    private static ResponseEntity.BodyBuilder sent(Printed printed) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePublic())
                .eTag("W/\"" + printed.mark() + "\"")
                .contentType(MediaType.parseMediaType(printed.type()));
    }
}
