// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.access.Viewer;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.policy.Editions;
import school.lanyard.reports.GovernorReports;
import school.lanyard.reports.Issuing;
import school.lanyard.reports.Period;
import school.lanyard.reports.Proposed;
import school.lanyard.reports.names.Finding;
import school.lanyard.reports.names.NameQuestions;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// Issuing a governors' report: choose one of the periods that are over, see its tables, write a
/// summary that names nobody.
@Controller
public class IssueController {

    private static final String PERIOD = "{period}";
    private static final int LIMIT = 5_000;

    /// A period on offer.
    ///
    /// @param state what stands for it now
    public record Offer(String key, String label, String state, boolean open) {}

    public record PeriodsPage(List<Offer> offers) {}

    /// The tables that would be issued and the form for the summary.
    ///
    /// @param words words of the summary to be confirmed, each as it was written
    public record IssuePage(
            Form form,
            String key,
            String label,
            List<Grid> grids,
            String replaces,
            String print,
            List<Choice> words) {}

    private final GovernorReports reports;
    private final Editions editions;
    private final InstantSource clock;

    IssueController(GovernorReports reports, Editions editions, InstantSource clock) {
        this.reports = reports;
        this.editions = editions;
        this.clock = clock;
    }

    @GetMapping("/reports/new")
    @MayCall(Caller.ISSUE_REPORTS)
    ModelAndView periods(SignedIn me) {
        var issued = reports.list(me.schoolId());
        return Pages.of(
                "reports/periods",
                new PeriodsPage(
                        Period.overBy(SchoolTime.day(clock.instant())).stream()
                                .map(period -> {
                                    var open = reports.isOpen(me.schoolId(), period);
                                    var before =
                                            issued.stream()
                                                    .anyMatch(each ->
                                                            each.period().equals(period.key()));
                                    return new Offer(
                                            period.key(),
                                            period.label(),
                                            state(open, before),
                                            open);
                                })
                                .toList()));
    }

    private static String state(boolean open, boolean before) {
        if (!open) {
            return "A later report of the same year has been issued";
        }
        return before ? "Issued. You can issue it again" : "Not issued yet";
    }

    @GetMapping("/reports/new/" + PERIOD)
    @MayCall(Caller.ISSUE_REPORTS)
    ModelAndView ask(SignedIn me, @PathVariable String period) {
        var proposed = propose(me, period, clock.instant());
        return Pages.form("reports/issue", page(proposed, Form.blank(), List.of()));
    }

    @PostMapping("/reports/new/" + PERIOD)
    @MayCall(Caller.ISSUE_REPORTS)
    ModelAndView issue(
            SignedIn me,
            @PathVariable String period,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var now = clock.instant();
        var form = Form.of(typed);
        var summary = form.required("summary", "Write the summary");
        form.atMost("summary", LIMIT, "The summary");
        if (form.refused()) {
            return again(propose(me, period, now), form, List.of());
        }
        var confirmed = Set.copyOf(form.all("words"));
        var asked =
                reports.issue(
                        viewer(me, now),
                        issuer(me),
                        period,
                        form.text("replaces"),
                        form.text("seen"),
                        summary,
                        confirmed,
                        now);
        return switch (asked) {
            case Issuing.Done(var id) ->
                    Pages.to("/reports/" + id, "The report has been issued", flash);
            case Issuing.Already(var id) ->
                    Pages.to("/reports/" + id, "This report had been issued already", flash);
            case Issuing.Changed(var proposed) ->
                    again(
                            proposed,
                            form.reject(
                                    "summary",
                                    "The figures have changed since you opened this page. Read the"
                                            + " tables again, then issue the report"),
                            List.of());
            case Issuing.Named(var finding) -> named(propose(me, period, now), form, finding);
            case Issuing.NoPeriod() -> throw ReportsController.notFound();
        };
    }

    /// Who a name is about is nobody's business but the writer's: they are told the words that they
    /// wrote, and nothing of whose they are.
    private static ModelAndView named(Proposed proposed, Form form, Finding finding) {
        var questions = NameQuestions.of(finding);
        if (!questions.names().isEmpty()) {
            form.reject(
                    "summary",
                    "The summary must not name anybody. Take out: "
                            + String.join(", ", questions.names()));
        } else if (!questions.words().isEmpty()) {
            form.reject("words", "Tick each word that is not a name here, or change the summary");
        }
        return again(proposed, form, questions.words());
    }

    private static ModelAndView again(Proposed proposed, Form form, List<String> words) {
        return Pages.refused("reports/issue", page(proposed, form, words));
    }

    private static IssuePage page(Proposed proposed, Form form, List<String> words) {
        var asked = new LinkedHashSet<>(form.all("words"));
        asked.addAll(words);
        var choices = new ArrayList<Choice>();
        asked.forEach(word -> choices.add(Choice.of(word, "“" + word + "” is not a name here")));
        return new IssuePage(
                form,
                proposed.period().key(),
                proposed.period().label(),
                Grid.of(proposed.period(), proposed.tables(), proposed.release()),
                proposed.replaces(),
                proposed.print(),
                choices);
    }

    private Proposed propose(SignedIn me, String period, Instant now) {
        return ReportsController.found(reports.propose(viewer(me, now), period, now));
    }

    private static Viewer viewer(SignedIn me, Instant now) {
        return new Viewer(me.schoolId(), me.personId(), SchoolTime.day(now));
    }

    /// The issuer's name and posts, as they stand on the report for ever.
    private String issuer(SignedIn me) {
        var roles = editions.running(me.schoolId()).pack().roles();
        var posts =
                roles.values().stream()
                        .filter(role -> me.roles().contains(role.key()))
                        .map(role -> role.label())
                        .collect(Collectors.joining(", "));
        return me.displayName() + ", " + posts;
    }
}
