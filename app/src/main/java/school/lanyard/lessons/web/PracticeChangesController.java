// SPDX-License-Identifier: Apache-2.0
package school.lanyard.lessons.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Pack;
import school.lanyard.lessons.Lessons;
import school.lanyard.lessons.PracticeChange;
import school.lanyard.people.People;
import school.lanyard.policy.Editions;
import school.lanyard.reports.names.NameQuestions;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.Times;

/// Changes to how the school works, each with the post that sees to it and a day, until it is done.
@Controller
public class PracticeChangesController {

    private static final String PATH = "/practice-changes";
    private static final String ONE = PATH + "/{change:[0-9a-f-]{36}}/completion";
    private static final int LIMIT = 2_000;

    /// A change as shown.
    ///
    /// @param done how, by whom and when; absent until it is
    /// @param mine whether the viewer may record that it is done
    public record Shown(
            String id,
            String what,
            String owner,
            String due,
            boolean overdue,
            @Nullable String done,
            boolean mine) {}

    /// Changes that wait, and those that are done.
    public record ListPage(List<Shown> waiting, List<Shown> done, boolean writes) {}

    /// A change to be set.
    public record NewPage(Form form, List<Choice> owners, List<Choice> words) {}

    /// A change to be recorded as done.
    public record DonePage(Form form, Shown change, List<Choice> words) {}

    private final Lessons lessons;
    private final Editions editions;
    private final People people;
    private final InstantSource clock;

    PracticeChangesController(
            Lessons lessons, Editions editions, People people, InstantSource clock) {
        this.lessons = lessons;
        this.editions = editions;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @MayCall({Caller.STAFF, Caller.GOVERNOR, Caller.ISSUE_REPORTS})
    ModelAndView list(SignedIn me) {
        var all = lessons.changes(me.schoolId()).stream().map(change -> shown(me, change)).toList();
        return Pages.of(
                "lessons/changes",
                new ListPage(
                        all.stream().filter(each -> each.done() == null).toList(),
                        all.stream().filter(each -> each.done() != null).toList().reversed(),
                        me.isAny(Caller.ISSUE_REPORTS)));
    }

    @GetMapping(PATH + "/new")
    @MayCall(Caller.ISSUE_REPORTS)
    ModelAndView ask(SignedIn me) {
        return Pages.form("lessons/changeNew", newPage(me, Form.blank(), List.of()));
    }

    @PostMapping(PATH)
    @MayCall(Caller.ISSUE_REPORTS)
    ModelAndView set(
            SignedIn me,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var what = form.required("what", "Say what changes");
        form.atMost("what", LIMIT, "What changes");
        var owner = form.chosen("owner", owners(me), "Choose the post that sees to it");
        var due = form.date("due", "When it is to be done");
        if (due != null && due.isBefore(today())) {
            form.reject("due", "It must be due today or later");
        }
        if (form.refused() || due == null) {
            return Pages.refused("lessons/changeNew", newPage(me, form, List.of()));
        }
        var written = lessons.change(writer(me), what, owner, due, Set.copyOf(form.all("words")));
        return switch (written) {
            case Lessons.Writing.Done _ -> Pages.to(PATH, "Saved", flash);
            case Lessons.Writing.Named(var finding) -> {
                var questions = NameQuestions.of(finding);
                yield Pages.refused(
                        "lessons/changeNew",
                        newPage(
                                me,
                                LessonsController.named(form, "what", questions),
                                questions.words()));
            }
        };
    }

    @GetMapping(ONE)
    @MayCall({Caller.STAFF, Caller.GOVERNOR, Caller.ISSUE_REPORTS})
    ModelAndView askDone(SignedIn me, @PathVariable String change) {
        return Pages.form(
                "lessons/changeDone", donePage(me, find(me, change), Form.blank(), List.of()));
    }

    @PostMapping(ONE)
    @MayCall({Caller.STAFF, Caller.GOVERNOR, Caller.ISSUE_REPORTS})
    ModelAndView done(
            SignedIn me,
            @PathVariable String change,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var found = find(me, change);
        var form = Form.of(typed);
        var how = form.required("how", "Say what was done");
        form.atMost("how", LIMIT, "What was done");
        if (form.refused()) {
            return Pages.refused("lessons/changeDone", donePage(me, found, form, List.of()));
        }
        return switch (lessons.done(writer(me), found, how, Set.copyOf(form.all("words")))) {
            case Lessons.Writing.Done _ -> Pages.to(PATH, "Saved", flash);
            case Lessons.Writing.Named(var finding) -> {
                var questions = NameQuestions.of(finding);
                yield Pages.refused(
                        "lessons/changeDone",
                        donePage(
                                me,
                                found,
                                LessonsController.named(form, "how", questions),
                                questions.words()));
            }
        };
    }

    /// One that waits and that the viewer may see to; to everybody else it is not here.
    private PracticeChange find(SignedIn me, String id) {
        return lessons.changes(me.schoolId()).stream()
                .filter(change -> change.id().equals(id) && mine(me, change))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static boolean mine(SignedIn me, PracticeChange change) {
        return change.done() == null
                && (me.roles().contains(change.owner()) || me.isAny(Caller.ISSUE_REPORTS));
    }

    private Shown shown(SignedIn me, PracticeChange change) {
        var done = change.done();
        return new Shown(
                change.id(),
                change.what(),
                role(pack(me), change.owner()),
                Times.day(change.due()),
                change.overdue(today()),
                done == null
                        ? null
                        : "Done on "
                                + Times.day(done.at())
                                + " by "
                                + people.directory(me.schoolId()).name(done.by())
                                + ". "
                                + done.how(),
                mine(me, change));
    }

    private NewPage newPage(SignedIn me, Form form, List<String> asked) {
        return new NewPage(form, owners(me), LessonsController.words(form, asked));
    }

    private DonePage donePage(SignedIn me, PracticeChange change, Form form, List<String> asked) {
        return new DonePage(form, shown(me, change), LessonsController.words(form, asked));
    }

    private List<Choice> owners(SignedIn me) {
        return pack(me).roles().values().stream()
                .map(role -> Choice.of(role.key(), role.label()))
                .toList();
    }

    private static String role(Pack pack, String key) {
        var role = pack.roles().get(key);
        return role == null ? key : role.label();
    }

    private Pack pack(SignedIn me) {
        return editions.running(me.schoolId()).pack();
    }

    private Lessons.Writer writer(SignedIn me) {
        return new Lessons.Writer(me.schoolId(), me.personId(), clock.instant());
    }

    private LocalDate today() {
        return SchoolTime.day(clock.instant());
    }
}
