// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.access.Viewer;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Capability;
import school.lanyard.people.Schools;
import school.lanyard.publishing.Pdf;
import school.lanyard.reports.GovernorReports;
import school.lanyard.reports.IssuedReport;
import school.lanyard.reports.Period;
import school.lanyard.web.Pages;
import school.lanyard.web.Templates;

/// The governors' reports that were issued, on a page and as a document. There is nothing to
/// choose: a report is what it was when it went out.
@Controller
public class ReportsController {

    static final String ID = "{id}";

    /// One line of the list.
    public record Listed(String id, String title, Instant issuedAt, boolean replaced) {}

    /// What was issued, and where the viewer may go from here.
    public record ListPage(List<Listed> reports, boolean mayIssue, boolean mayReadAnnex) {}

    /// A report as it is shown and printed.
    public record ReportPage(
            String id,
            String title,
            List<Grid> grids,
            String summary,
            String edition,
            String issuedBy,
            Instant issuedAt,
            String head,
            @Nullable String replaces,
            @Nullable String replacedBy) {}

    private final GovernorReports reports;
    private final Schools schools;
    private final Templates templates;
    private final InstantSource clock;

    ReportsController(
            GovernorReports reports, Schools schools, Templates templates, InstantSource clock) {
        this.reports = reports;
        this.schools = schools;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/reports")
    @MayCall({Caller.READ_GOVERNOR_REPORTS, Caller.ISSUE_REPORTS})
    ModelAndView list(SignedIn me) {
        return Pages.of(
                "reports/list",
                new ListPage(
                        reports.list(me.schoolId()).stream()
                                .map(row ->
                                        new Listed(
                                                row.id(),
                                                Period.of(row.period()).label(),
                                                row.issuedAt(),
                                                row.replacedBy() != null))
                                .toList(),
                        me.can(Capability.ISSUE_REPORTS),
                        me.can(Capability.READ_LEADER_ANNEX)));
    }

    @GetMapping("/reports/" + ID)
    @MayCall({Caller.READ_GOVERNOR_REPORTS, Caller.ISSUE_REPORTS})
    ModelAndView read(SignedIn me, @PathVariable String id) {
        return Pages.of("reports/report", open(me, id, "report.read"));
    }

    @GetMapping("/reports/" + ID + "/report.pdf")
    @MayCall({Caller.READ_GOVERNOR_REPORTS, Caller.ISSUE_REPORTS})
    ResponseEntity<byte[]> print(SignedIn me, @PathVariable String id) {
        var page = open(me, id, "report.exported");
        var xhtml = templates.document("reports/reportPdf", page, schools.name(me.schoolId()));
        return attachment("governors-report.pdf", Pdf.render(xhtml, page.issuedAt()));
    }

    private ReportPage open(SignedIn me, String id, String action) {
        var now = clock.instant();
        var viewer = new Viewer(me.schoolId(), me.personId(), SchoolTime.day(now));
        return page(found(reports.open(viewer, id, action, now)));
    }

    private static ReportPage page(IssuedReport report) {
        return new ReportPage(
                report.id(),
                report.period().label(),
                Grid.of(report.period(), report.tables(), report.release()),
                report.summary(),
                report.edition(),
                report.issuedBy(),
                report.issuedAt(),
                report.head(),
                report.replaces(),
                report.replacedBy());
    }

    static <T> T found(Optional<T> maybe) {
        return maybe.orElseThrow(ReportsController::notFound);
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static ResponseEntity<byte[]> attachment(String name, byte[] pdf) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(pdf);
    }
}
