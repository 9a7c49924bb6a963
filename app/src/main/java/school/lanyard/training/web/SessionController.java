// SPDX-License-Identifier: Apache-2.0
package school.lanyard.training.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Course;
import school.lanyard.people.People;
import school.lanyard.policy.Editions;
import school.lanyard.training.Session;
import school.lanyard.training.Training;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.Shell;
import school.lanyard.web.SummaryRow;
import school.lanyard.web.Times;

/// Recording a session with everybody who was there, in one form; and looking at one.
@Controller
public class SessionController {

    static final String ADDRESS = "/training-sessions";

    private static final String NEW = TrainingController.COURSE + "/sessions/new";
    private static final String ONE = ADDRESS + "/{session:[0-9a-f-]{36}}";
    private static final String PAGE = "training/session";
    private static final int LIMIT = 200;

    private final Training training;
    private final Editions editions;
    private final People people;
    private final InstantSource clock;

    SessionController(Training training, Editions editions, People people, InstantSource clock) {
        this.training = training;
        this.editions = editions;
        this.people = people;
        this.clock = clock;
    }

    /// A session to be recorded.
    public record NewPage(
            Form form,
            String back,
            String label,
            List<Choice> providers,
            List<Choice> items,
            List<Choice> people) {}

    /// A session that was.
    public record OnePage(
            Form form,
            String id,
            String back,
            String label,
            List<SummaryRow> facts,
            List<String> attended) {}

    @GetMapping(NEW)
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.ISSUE_REPORTS})
    ModelAndView ask(SignedIn me, @PathVariable String course) {
        var sheet = sheet(me, course);
        var items = sheet.course().items().stream().map(Course.Item::key).toArray(String[]::new);
        return Pages.form(PAGE, page(sheet, Form.blank().with("item", items)));
    }

    @PostMapping(TrainingController.COURSE + "/sessions")
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.ISSUE_REPORTS})
    ModelAndView record(
            SignedIn me,
            @PathVariable String course,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var sheet = sheet(me, course);
        var form = Form.of(typed);
        var page = page(sheet, form);
        var day = form.date("held", "The day of the session");
        if (day != null && day.isAfter(SchoolTime.day(clock.instant()))) {
            form.reject("held", "The day of the session must be today or in the past");
        }
        var provider = form.chosen("provider", page.providers(), "Choose where it took place");
        form.required("trainer", "Enter who gave it");
        form.atMost("trainer", LIMIT, "Who gave it");
        form.atMost("version", LIMIT, "Which version of the content");
        var items = known(form.all("item"), page.items());
        if (items.isEmpty() && !page.items().isEmpty()) {
            form.reject("item", "Choose what was covered");
        }
        var attended = known(form.all("person"), page.people());
        if (attended.isEmpty()) {
            form.reject("person", "Choose who was there");
        }
        if (form.refused() || day == null) {
            return Pages.refused(PAGE, page);
        }
        training.record(
                me.schoolId(),
                me.personId(),
                new Training.Held(
                        form.text(Shell.ONCE),
                        course,
                        Session.Provider.valueOf(provider),
                        day,
                        items,
                        attended,
                        new Session.Details(form.text("trainer"), form.text("version"))));
        return Pages.to(
                TrainingController.ADDRESS + "/" + course,
                attended.size() == 1
                        ? "Recorded for 1 person."
                        : "Recorded for " + attended.size() + " people.",
                flash);
    }

    private static Set<String> known(List<String> sent, List<Choice> offered) {
        var known = new HashSet<>(offered.stream().map(Choice::value).toList());
        known.retainAll(sent);
        return known;
    }

    @GetMapping(ONE)
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.ISSUE_REPORTS})
    ModelAndView show(SignedIn me, @PathVariable String session) {
        return Pages.form("training/held", held(me, find(me, session), Form.blank()));
    }

    @PostMapping(ONE + "/withdrawal")
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.ISSUE_REPORTS})
    ModelAndView withdraw(
            SignedIn me,
            @PathVariable String session,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var found = find(me, session);
        var form = Form.of(typed);
        var why = form.required("why", "Say why it was recorded by mistake");
        form.atMost("why", LIMIT, "Why it was recorded by mistake");
        if (form.refused()) {
            return Pages.refused("training/held", held(me, found, form));
        }
        training.withdraw(me.schoolId(), me.personId(), session, why);
        return Pages.to(
                TrainingController.ADDRESS + "/" + found.course(),
                "Withdrawn. It counts for nobody any more.",
                flash);
    }

    private Session find(SignedIn me, String session) {
        return training.sessions(me.schoolId()).stream()
                .filter(each -> each.id().equals(session))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private OnePage held(SignedIn me, Session session, Form form) {
        var pack = editions.running(me.schoolId()).pack();
        var course = pack.training().get(session.course());
        var names = people.directory(me.schoolId());
        var facts = new ArrayList<SummaryRow>();
        facts.add(SummaryRow.of("Held on", Times.day(session.heldOn())));
        facts.add(SummaryRow.of("Where", session.provider().words()));
        training.details(me.schoolId(), session.id())
                .ifPresent(details -> {
                    facts.add(SummaryRow.of("Given by", details.trainer()));
                    facts.add(
                            SummaryRow.of(
                                    "Version",
                                    details.version().isEmpty() ? null : details.version()));
                });
        if (course != null && !course.items().isEmpty()) {
            facts.add(
                    SummaryRow.of(
                            "Covered",
                            String.join(
                                    "; ",
                                    course.items().stream()
                                            .filter(each -> session.items().contains(each.key()))
                                            .map(Course.Item::says)
                                            .toList())));
        }
        facts.add(
                SummaryRow.of(
                        "Recorded",
                        Times.dayAndTime(session.recordedAt())
                                + " by "
                                + names.name(session.recordedBy())));
        return new OnePage(
                form,
                session.id(),
                TrainingController.ADDRESS + "/" + session.course(),
                course == null ? session.course() : course.label(),
                facts,
                session.people().stream().map(names::name).sorted().toList());
    }

    private Training.Sheet sheet(SignedIn me, String course) {
        return training.sheets(me.schoolId()).stream()
                .filter(each -> each.course().key().equals(course))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static NewPage page(Training.Sheet sheet, Form form) {
        return new NewPage(
                form,
                TrainingController.ADDRESS + "/" + sheet.course().key(),
                sheet.course().label(),
                Arrays.stream(Session.Provider.values())
                        .map(each -> Choice.of(each.name(), each.words()))
                        .toList(),
                sheet.course().items().stream()
                        .map(item -> Choice.of(item.key(), item.says()))
                        .toList(),
                sheet.lines().stream()
                        .map(line ->
                                Choice.of(
                                        line.needs().person().id(),
                                        line.needs().person().name(),
                                        Standings.words(line.trained())))
                        .toList());
    }
}
