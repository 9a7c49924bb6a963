// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents.web;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
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
import school.lanyard.documents.Printed;
import school.lanyard.documents.Printer;
import school.lanyard.documents.Shelf;
import school.lanyard.policy.OpenPolicies;
import school.lanyard.policy.SchoolsPage;
import school.lanyard.web.Pages;
import school.lanyard.web.Templates;

/// The policy in force and its papers, for anybody: as pages and as PDF. They name posts and nobody
/// who holds one, but for whoever signed the policy.
@Controller
public final class PapersController {

    private static final String POLICY = "/policy";
    private static final String LIST = POLICY + "/papers";
    private static final String PAPER =
            POLICY + "/{shelf:flowcharts|posters|agreements|forms}/{key:[a-z0-9-]+}";
    private static final String OWN = OpenPolicies.SCHOOL;
    private static final String PDF = ".pdf";

    private final OpenPolicies policies;
    private final InForce inForce;
    private final Shelf shelf;
    private final Printer printer;
    private final Templates templates;

    PapersController(
            OpenPolicies policies,
            InForce inForce,
            Shelf shelf,
            Printer printer,
            Templates templates) {
        this.policies = policies;
        this.inForce = inForce;
        this.shelf = shelf;
        this.printer = printer;
        this.templates = templates;
    }

    /// A page of the site that holds one paper.
    public record SitePage(
            String title,
            String detail,
            String body,
            String pdf,
            boolean document,
            OpenPolicies.Place place) {}

    /// A paper in the list.
    public record Entry(String title, String detail, String page, String pdf) {}

    public record Shelves(String title, List<Entry> entries) {}

    /// All papers of a school; the edition is empty where no policy is in force.
    public record IndexPage(
            String school, List<Shelves> kinds, String edition, OpenPolicies.Place place) {}

    @MayCall(Caller.ANYONE)
    @GetMapping({LIST, OWN + LIST})
    ModelAndView index(@PathVariable Map<String, String> at) {
        var place = policies.place(at.get("school"));
        if (place.isEmpty() && at.containsKey("school")) {
            throw notFound();
        }
        if (place.isEmpty()) {
            return Pages.of("policy/schools", SchoolsPage.of(policies, LIST));
        }
        var issue = place.flatMap(inForce::open);
        return Pages.of(
                "documents/index",
                new IndexPage(
                        place.get().base().isEmpty() ? "" : place.get().name(),
                        issue.map(PapersController::kinds).orElse(List.of()),
                        issue.map(each -> each.papers().name()).orElse(""),
                        place.get()));
    }

    private static List<Shelves> kinds(InForce.Issue issue) {
        return Arrays.stream(Paper.Kind.values())
                .map(kind ->
                        new Shelves(
                                kind.title(),
                                issue.papers().all().stream()
                                        .filter(paper -> paper.kind() == kind)
                                        .map(paper -> entry(issue, paper))
                                        .toList()))
                .filter(kind -> !kind.entries().isEmpty())
                .toList();
    }

    private static Entry entry(InForce.Issue issue, Paper paper) {
        var address = address(issue, paper);
        return new Entry(paper.title(), paper.detail(), address, address + PDF);
    }

    private static String address(InForce.Issue issue, Paper paper) {
        var policy = issue.place().base() + POLICY;
        return paper.address().isEmpty() ? policy : policy + "/" + paper.address();
    }

    /// Where several schools share the server, the address of none leads to the list of them.
    @MayCall(Caller.ANYONE)
    @GetMapping({POLICY, PAPER, OWN + POLICY, OWN + PAPER})
    ResponseEntity<byte[]> page(
            @PathVariable Map<String, String> at,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "")
                    String encodings) {
        if (at.isEmpty() && policies.all().size() > 1) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(LIST)).build();
        }
        var printed = printed(at, "html", this::html);
        var sent = sent(printed).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return encodings.contains("gzip")
                ? sent.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(printed.gzip())
                : sent.body(printed.plain());
    }

    private Printed html(InForce.Issue issue, Paper paper) {
        return Printed.html(site(issue, paper));
    }

    @MayCall(Caller.ANYONE)
    @GetMapping({POLICY + PDF, PAPER + PDF, OWN + POLICY + PDF, OWN + PAPER + PDF})
    ResponseEntity<byte[]> pdf(@PathVariable Map<String, String> at) {
        var printed =
                printed(
                        at,
                        "pdf",
                        (issue, paper) ->
                                Printed.pdf(printer.pdf(issue.papers(), paper, issue.since())));
        return sent(printed)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"%s.pdf\""
                                .formatted(at.getOrDefault("key", "online-safety-policy")))
                .body(printed.plain());
    }

    private Printed printed(
            Map<String, String> at,
            String format,
            BiFunction<InForce.Issue, Paper, Printed> print) {
        var issue =
                policies.place(at.get("school"))
                        .flatMap(inForce::open)
                        .orElseThrow(PapersController::notFound);
        var address = at.containsKey("key") ? at.get("shelf") + "/" + at.get("key") : "";
        var paper = paper(issue, address);
        return shelf.take(issue, address + " " + format, () -> print.apply(issue, paper));
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
                        address(issue, paper) + PDF,
                        paper.kind() == Paper.Kind.DOCUMENT,
                        issue.place()),
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
