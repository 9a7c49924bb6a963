// SPDX-License-Identifier: Apache-2.0
package school.lanyard.notices.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import school.lanyard.access.Viewer;
import school.lanyard.concerns.Concerns;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Interval;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.ReportKind;
import school.lanyard.notices.Decision;
import school.lanyard.notices.Notice;
import school.lanyard.notices.Notices;
import school.lanyard.people.Directory;
import school.lanyard.people.People;
import school.lanyard.policy.Editions;
import school.lanyard.web.Card;
import school.lanyard.web.Choice;
import school.lanyard.web.Deadline;
import school.lanyard.web.Form;
import school.lanyard.web.Moment;
import school.lanyard.web.Pages;
import school.lanyard.web.Text;
import school.lanyard.web.Times;

/// Choosing a kind of report, and what whoever takes one does with it: say that they have it, and
/// decide, each by its time.
@Controller
public class NoticeController {

    private static final String NOTICE = "/concerns/{reference:[A-Z0-9]{4}-[A-Z0-9]{4}}/notice";
    private static final String PAGE = "notices/notice";
    private static final int LONGEST = 5_000;
    private static final int LONGEST_LINE = 200;
    private static final List<Choice> TOLD =
            List.of(Choice.of("yes", "Yes, they were told"), Choice.of("no", "No"));

    private final Notices notices;
    private final Concerns concerns;
    private final Editions editions;
    private final People people;
    private final InstantSource clock;

    NoticeController(
            Notices notices,
            Concerns concerns,
            Editions editions,
            People people,
            InstantSource clock) {
        this.notices = notices;
        this.concerns = concerns;
        this.editions = editions;
        this.people = people;
        this.clock = clock;
    }

    /// The kinds there are.
    public record KindsPage(List<Card> kinds) {}

    /// A notice and its clocks.
    ///
    /// @param knownForm what was typed about when it was first known
    /// @param outside the body outside that may have to be told; empty where the kind names none
    /// @param interval what the policy calls the time to decide; empty where there is none
    public record NoticePage(
            Form form,
            Form knownForm,
            Notice notice,
            String label,
            String decision,
            String outside,
            String interval,
            @Nullable Deadline acknowledge,
            @Nullable Deadline decide,
            List<Moment> done,
            List<Choice> told) {

        /// The form to be mended.
        public Form refused() {
            return knownForm.refused() ? knownForm : form;
        }

        public boolean late() {
            return decide != null && decide.overdue();
        }

        public String address() {
            return "/concerns/" + notice.reference();
        }

        public int longest() {
            return LONGEST;
        }
    }

    @MayCall({Caller.STAFF, Caller.REPORT_CONCERNS})
    @GetMapping("/concerns/kinds")
    ModelAndView kinds(SignedIn me) {
        return Pages.of(
                "notices/kinds",
                new KindsPage(
                        pack(me).kinds().values().stream()
                                .map(kind ->
                                        Card.of(
                                                "/concerns/new?kind=" + kind.key(),
                                                kind.label(),
                                                kind.hint()))
                                .toList()));
    }

    @MayCall(Caller.HANDLE_CASES)
    @GetMapping(NOTICE)
    ModelAndView notice(SignedIn me, @PathVariable String reference) {
        return Pages.form(PAGE, page(me, opened(me, reference), Form.blank(), Form.blank()));
    }

    @MayCall(Caller.HANDLE_CASES)
    @PostMapping(NOTICE + "/awareness")
    ModelAndView known(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var concern = opened(me, reference);
        var notice = notices.of(viewer(me), concern.id()).orElseThrow(NoticeController::notFound);
        var said = form.dateTime("known", "When somebody first knew");
        var known = said == null ? null : said.atZone(SchoolTime.ZONE).toInstant();
        if (known != null && known.isAfter(notice.receivedAt())) {
            // A clock shows minutes: the minute of the report is the report.
            known =
                    known.minusSeconds(60).isAfter(notice.receivedAt())
                            ? null
                            : notice.receivedAt();
            if (known == null) {
                form.reject(
                        "known",
                        "Somebody knew at the latest when it was reported, "
                                + Times.dayAndTime(notice.receivedAt()));
            }
        }
        var interval = interval(me, notice);
        if (form.refused() || known == null || interval.isEmpty()) {
            return Pages.refused(PAGE, page(me, concern, Form.blank(), form));
        }
        notices.know(
                viewer(me), concern.id(), concern.keyId(), known, interval.get().length(), now());
        return Pages.to(to(reference), "The time is counted from then.", flash);
    }

    private Optional<Interval> interval(SignedIn me, Notice notice) {
        var pack = pack(me);
        return Optional.ofNullable(pack.kinds().get(notice.kind()))
                .map(kind -> pack.intervals().get(kind.decide()));
    }

    @MayCall(Caller.HANDLE_CASES)
    @PostMapping(NOTICE + "/acknowledgement")
    ModelAndView acknowledge(
            SignedIn me, @PathVariable String reference, RedirectAttributes flash) {
        if (!notices.acknowledge(viewer(me), opened(me, reference).id(), now())) {
            throw notFound();
        }
        return Pages.to(to(reference), "It is recorded that you have it.", flash);
    }

    @MayCall(Caller.HANDLE_CASES)
    @PostMapping(NOTICE + "/decision")
    ModelAndView decide(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var told = form.chosen("told", TOLD, "Say whether they were told");
        form.required("reasons", "Give the reasons");
        var reasons = form.atMost("reasons", LONGEST, "The reasons");
        var their = form.atMost("their-reference", LONGEST_LINE, "The reference");
        var concern = opened(me, reference);
        if (notices.of(viewer(me), concern.id())
                .filter(each -> each.knownAt() == null)
                .isPresent()) {
            form.reject("known", "Say first when somebody at school first knew of it");
        }
        if (form.refused()) {
            return Pages.refused(PAGE, page(me, concern, form, Form.blank()));
        }
        var decision = new Decision(told.equals("yes"), reasons, their);
        if (!notices.decide(viewer(me), concern.id(), concern.keyId(), decision, now())) {
            throw notFound();
        }
        return Pages.to(to(reference), "The decision was kept.", flash);
    }

    private static String to(String reference) {
        return "/concerns/" + reference + "/notice";
    }

    private NoticePage page(SignedIn me, Concerns.Opened concern, Form form, Form knownForm) {
        var viewer = viewer(me);
        var notice = notices.of(viewer, concern.id()).orElseThrow(NoticeController::notFound);
        var pack = pack(me);
        var kind = pack.kinds().get(notice.kind());
        var directory = people.directory(me.schoolId());
        return new NoticePage(
                form,
                knownForm.refused()
                        ? knownForm
                        : Form.blank()
                                .with(
                                        "known",
                                        notice.countedFrom()
                                                .atZone(SchoolTime.ZONE)
                                                .toLocalDateTime()),
                notice,
                kind == null ? notice.kind() : kind.label(),
                kind == null ? "" : kind.decision(),
                outside(pack, kind),
                interval(me, notice).map(Interval::label).orElse(""),
                deadline(notice.waitsForAcknowledgement() ? notice.acknowledgeBy() : null),
                deadline(notice.waitsForDecision() ? notice.decideBy() : null),
                notices.done(viewer, concern.id()).stream()
                        .map(done -> moment(done, directory))
                        .toList(),
                TOLD);
    }

    private static String outside(Pack pack, @Nullable ReportKind kind) {
        return kind == null
                ? ""
                : kind.ownRoute()
                        .map(route -> pack.contacts().get(route.contact()))
                        .map(contact -> contact.label())
                        .orElse("");
    }

    private @Nullable Deadline deadline(@Nullable Instant due) {
        return due == null ? null : new Deadline(due, now());
    }

    private static Moment moment(Notices.Done done, Directory directory) {
        var by = directory.name(done.by());
        var decision = done.decision();
        if (done.known() != null) {
            return Moment.of(
                    done.at(),
                    "Somebody at school first knew on " + Times.dayAndTime(done.known()),
                    by);
        }
        return decision == null
                ? Moment.of(done.at(), "Somebody said that they have it", by)
                : Moment.of(done.at(), decision.told() ? "Decided: told" : "Decided: not told", by)
                        .body(
                                Text.of(
                                        decision.reasons()
                                                + (decision.reference().isEmpty()
                                                        ? ""
                                                        : "\nReference: " + decision.reference())))
                        .emphasised();
    }

    private Concerns.Opened opened(SignedIn me, String reference) {
        return concerns.open(viewer(me), reference, now()).orElseThrow(NoticeController::notFound);
    }

    private Pack pack(SignedIn me) {
        return editions.running(me.schoolId()).pack();
    }

    private Viewer viewer(SignedIn me) {
        return me.viewer(SchoolTime.day(now()));
    }

    private Instant now() {
        return clock.instant();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
