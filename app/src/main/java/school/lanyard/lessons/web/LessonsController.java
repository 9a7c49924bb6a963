// SPDX-License-Identifier: Apache-2.0
package school.lanyard.lessons.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import school.lanyard.lessons.Lesson;
import school.lanyard.lessons.Lessons;
import school.lanyard.people.Schools;
import school.lanyard.publishing.Pdf;
import school.lanyard.reports.names.NameQuestions;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.Shell;
import school.lanyard.web.Templates;
import school.lanyard.web.Times;

/// What the school learned: written once, for those whom it helps, with nobody named.
@Controller
public class LessonsController {

    private static final String ONE = "/lessons/{lesson:[0-9a-f-]{36}}";
    private static final int TITLE = 120;
    private static final int LIMIT = 4_000;

    /// A lesson as shown.
    ///
    /// @param audiences whom it is for, in words; empty where that is not told
    public record Shown(
            String id,
            String title,
            String learned,
            String changes,
            String published,
            String audiences,
            boolean withdrawn) {}

    /// Lessons, for whoever looks.
    ///
    /// @param writes whether the viewer may publish and withdraw
    public record ListPage(String title, List<Shown> lessons, boolean writes) {}

    /// A lesson to be published.
    ///
    /// @param words to be confirmed, each as it was written
    public record NewPage(Form form, List<Choice> audiences, List<Choice> words) {}

    /// One lesson on paper.
    public record PaperPage(Shown lesson) {}

    /// A lesson to be withdrawn.
    public record WithdrawalPage(Shown lesson) {}

    private final Lessons lessons;
    private final Schools schools;
    private final Templates templates;
    private final InstantSource clock;

    LessonsController(Lessons lessons, Schools schools, Templates templates, InstantSource clock) {
        this.lessons = lessons;
        this.schools = schools;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/lessons")
    @MayCall(Caller.SIGNED_IN)
    ModelAndView list(SignedIn me) {
        var writes = me.isAny(Caller.ISSUE_REPORTS);
        var found =
                writes ? lessons.all(me.schoolId()) : lessons.forGroups(me.schoolId(), me.groups());
        return Pages.of(
                "lessons/list",
                new ListPage(
                        "What we learned",
                        found.stream().map(lesson -> shown(lesson, writes)).toList(),
                        writes));
    }

    @GetMapping("/lessons/parents")
    @MayCall(Caller.ANYONE)
    ModelAndView parents() {
        return open("What we learned: for families", "parent");
    }

    @GetMapping("/lessons/learners")
    @MayCall(Caller.ANYONE)
    ModelAndView learners() {
        return open("What we learned: for pupils", "learner");
    }

    /// Those who do not sign in see the lessons of the one school that there is.
    private ModelAndView open(String title, String group) {
        var all = schools.all();
        var found =
                all.size() == 1
                        ? lessons.forGroups(all.getFirst().id(), Set.of(group))
                        : List.<Lesson>of();
        return Pages.of(
                "lessons/list",
                new ListPage(
                        title, found.stream().map(lesson -> shown(lesson, false)).toList(), false));
    }

    @GetMapping("/lessons/new")
    @MayCall(Caller.ISSUE_REPORTS)
    ModelAndView ask() {
        return Pages.form("lessons/new", newPage(Form.blank(), List.of()));
    }

    @PostMapping("/lessons")
    @MayCall(Caller.ISSUE_REPORTS)
    ModelAndView publish(
            SignedIn me,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var words =
                new Lesson.Words(
                        form.required("title", "Enter a title"),
                        form.required("learned", "Write what the school learned"),
                        form.text("changes"));
        form.atMost("title", TITLE, "The title");
        form.atMost("learned", LIMIT, "What the school learned");
        form.atMost("changes", LIMIT, "What changes");
        var audiences = audiences(form);
        if (audiences.isEmpty()) {
            form.reject("audience", "Choose whom it is for");
        }
        if (form.refused()) {
            return Pages.refused("lessons/new", newPage(form, List.of()));
        }
        var confirmed = Set.copyOf(form.all("words"));
        var writer = writer(me);
        return switch (lessons.publish(
                writer, words, audiences, confirmed, form.text(Shell.ONCE))) {
            case Lessons.Writing.Done _ -> Pages.to("/lessons", "Published", flash);
            case Lessons.Writing.Named(var finding) ->
                    Pages.refused(
                            "lessons/new",
                            newPage(
                                    named(form, "learned", NameQuestions.of(finding)),
                                    NameQuestions.of(finding).words()));
        };
    }

    /// Says which words have to go, or to be confirmed.
    static Form named(Form form, String field, NameQuestions questions) {
        return questions.names().isEmpty()
                ? form.reject("words", "Tick each word that is not a name here, or change the text")
                : form.reject(
                        field,
                        "It must not name anybody. Take out: "
                                + String.join(", ", questions.names()));
    }

    /// Words to confirm, those that were ticked before among them.
    static List<Choice> words(Form form, List<String> asked) {
        var words = new LinkedHashSet<>(form.all("words"));
        words.addAll(asked);
        var choices = new ArrayList<Choice>();
        words.forEach(word -> choices.add(Choice.of(word, "“" + word + "” is not a name here")));
        return choices;
    }

    private static Set<Lesson.Audience> audiences(Form form) {
        var chosen = form.all("audience");
        return Arrays.stream(Lesson.Audience.values())
                .filter(audience -> chosen.contains(audience.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Lesson.Audience.class)));
    }

    @GetMapping(ONE + "/lesson.pdf")
    @MayCall(Caller.ISSUE_REPORTS)
    ResponseEntity<byte[]> paper(SignedIn me, @PathVariable String lesson) {
        var found = find(me, lesson);
        var xhtml =
                templates.document(
                        "lessons/paper",
                        new PaperPage(shown(found, false)),
                        schools.name(me.schoolId()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename("lesson.pdf").build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Pdf.render(xhtml, found.publishedAt()));
    }

    @GetMapping(ONE + "/withdrawal")
    @MayCall(Caller.ISSUE_REPORTS)
    ModelAndView askToWithdraw(SignedIn me, @PathVariable String lesson) {
        return Pages.form("lessons/withdrawal", new WithdrawalPage(shown(find(me, lesson), true)));
    }

    @PostMapping(ONE + "/withdrawal")
    @MayCall(Caller.ISSUE_REPORTS)
    ModelAndView withdraw(SignedIn me, @PathVariable String lesson, RedirectAttributes flash) {
        lessons.withdraw(writer(me), find(me, lesson).id());
        return Pages.to("/lessons", "Withdrawn", flash);
    }

    private Lesson find(SignedIn me, String lesson) {
        return lessons.find(me.schoolId(), lesson)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Lessons.Writer writer(SignedIn me) {
        return new Lessons.Writer(me.schoolId(), me.personId(), clock.instant());
    }

    private static NewPage newPage(Form form, List<String> asked) {
        return new NewPage(
                form,
                Arrays.stream(Lesson.Audience.values())
                        .map(audience -> Choice.of(audience.name(), audience.label()))
                        .toList(),
                words(form, asked));
    }

    private static Shown shown(Lesson lesson, boolean toWriter) {
        return new Shown(
                lesson.id(),
                lesson.words().title(),
                lesson.words().learned(),
                lesson.words().changes(),
                Times.day(lesson.publishedAt()),
                toWriter
                        ? lesson.audiences().stream()
                                .sorted()
                                .map(Lesson.Audience::label)
                                .collect(Collectors.joining(", "))
                        : "",
                lesson.withdrawn());
    }
}
