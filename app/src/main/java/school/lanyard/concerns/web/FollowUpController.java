// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
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
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.concerns.IncidentEvent.DecisionMade;
import school.lanyard.concerns.Incidents;
import school.lanyard.concerns.Part;
import school.lanyard.concerns.SafetyPlan;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// Following an incident through: who is looked after and how, what keeps a child safe, who heard
/// what, and what was decided.
@Controller
public class FollowUpController {

    private static final String BASE = "/incidents/" + TriageController.REFERENCE;
    private static final String PERSON = "person";
    private static final int LIMIT = 5_000;
    private static final int LINE = 200;

    /// A form about one of the people in an incident.
    public record PersonPage(Form form, CaseTop top, boolean closed, List<Choice> people) {}

    /// The review of a safety plan.
    public record ReviewPage(Form form, CaseTop top, String person, String name, String plan) {}

    /// A decision.
    ///
    /// @param contacts whom a referral can go to
    public record DecisionPage(Form form, CaseTop top, boolean closed, List<Choice> contacts) {}

    private final Desk desk;

    FollowUpController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping(BASE + "/support/new")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView support(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String person) {
        var opened = desk.open(me, reference);
        var form = Form.blank().with(PERSON, person).with("since", desk.viewer(me).today());
        return Pages.form("concerns/support", page(me, opened, form, everybody(opened)));
    }

    @PostMapping(BASE + "/support")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView giveSupport(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        return desk.take(
                me,
                reference,
                typed,
                flash,
                CaseForm.of(
                        "concerns/support",
                        (opened, form) -> page(me, opened, form, everybody(opened)),
                        "what",
                        (opened, form) -> support(form, people(me, opened, everybody(opened)))));
    }

    private static @Nullable IncidentEvent support(Form form, List<Choice> people) {
        var person = form.chosen(PERSON, people, "Choose who it is for");
        var what = written(form, "what", "Say what is done for them", LIMIT);
        var by = written(form, "by", "Say who does it", LINE);
        var since = form.date("since", "When it began");
        var again = form.has("again-day") ? form.date("again", "When somebody looks again") : null;
        return since == null
                ? null
                : new IncidentEvent.SupportGiven(person, what, by, since, again);
    }

    @GetMapping(BASE + "/safety-plans/new")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView plan(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String person) {
        var opened = desk.open(me, reference);
        return Pages.form(
                "concerns/safetyPlan",
                page(me, opened, Form.blank().with(PERSON, person), children(me, opened)));
    }

    @PostMapping(BASE + "/safety-plans")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView setPlan(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        return desk.take(
                me,
                reference,
                typed,
                flash,
                CaseForm.of(
                        "concerns/safetyPlan",
                        (opened, form) -> page(me, opened, form, children(me, opened)),
                        "plan",
                        (opened, form) ->
                                plan(me, form, people(me, opened, children(me, opened)))));
    }

    private @Nullable IncidentEvent plan(SignedIn me, Form form, List<Choice> people) {
        var person = form.chosen(PERSON, people, "Choose whose plan it is");
        var plan = written(form, "plan", "Write the plan", LIMIT);
        var review = form.date("review", "When it is reviewed");
        if (review == null) {
            return null;
        }
        if (review.isBefore(desk.viewer(me).today())) {
            form.reject("review", "The review must be today or later");
        }
        return new IncidentEvent.SafetyPlanSet(person, plan, review);
    }

    @GetMapping(BASE + "/safety-plans/{person:[0-9a-f-]{36}}/review")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView review(SignedIn me, @PathVariable String reference, @PathVariable String person) {
        return Pages.form(
                "concerns/safetyReview",
                reviewPage(me, desk.open(me, reference), person, Form.blank()));
    }

    @PostMapping(BASE + "/safety-plans/{person:[0-9a-f-]{36}}/review")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView reviewed(
            SignedIn me,
            @PathVariable String reference,
            @PathVariable String person,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        return desk.take(
                me,
                reference,
                typed,
                flash,
                CaseForm.of(
                        "concerns/safetyReview",
                        (opened, form) -> reviewPage(me, opened, person, form),
                        "found",
                        (_, form) -> reviewed(me, form, person)));
    }

    private IncidentEvent reviewed(SignedIn me, Form form, String person) {
        var found = written(form, "found", "Say what you found", LIMIT);
        var then = form.chosen("then", AFTER_REVIEW, "Choose whether the plan goes on");
        var next = then.equals("on") ? form.date("next", "When it is reviewed next") : null;
        if (next != null && next.isBefore(desk.viewer(me).today())) {
            form.reject("next", "The next review must be today or later");
        }
        return new IncidentEvent.SafetyPlanReviewed(person, found, next);
    }

    static final List<Choice> AFTER_REVIEW =
            List.of(Choice.of("on", "The plan goes on"), Choice.of("end", "The plan ends"));

    @GetMapping(BASE + "/feedback/new")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView feedback(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String person) {
        var opened = desk.open(me, reference);
        return Pages.form(
                "concerns/feedback",
                page(me, opened, Form.blank().with(PERSON, person), everybody(opened)));
    }

    @PostMapping(BASE + "/feedback")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView giveFeedback(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        return desk.take(
                me,
                reference,
                typed,
                flash,
                CaseForm.of(
                        "concerns/feedback",
                        (opened, form) -> page(me, opened, form, everybody(opened)),
                        "words",
                        (opened, form) -> feedback(form, people(me, opened, everybody(opened)))));
    }

    private static IncidentEvent feedback(Form form, List<Choice> people) {
        var person = form.chosen(PERSON, people, "Choose who it is for");
        var told = form.chosen("told", TOLD, "Choose whether they were told");
        var words = written(form, "words", "Say what they were told, or why not", LIMIT);
        return new IncidentEvent.FeedbackGiven(person, told.equals("yes"), words);
    }

    public static final List<Choice> TOLD = List.of(Choice.of("yes", "Yes"), Choice.of("no", "No"));

    @GetMapping(BASE + "/decisions/new")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView decision(SignedIn me, @PathVariable String reference) {
        return Pages.form(
                "concerns/decision", decisionPage(me, desk.open(me, reference), Form.blank()));
    }

    @PostMapping(BASE + "/decisions")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView decide(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        return desk.take(
                me,
                reference,
                typed,
                flash,
                CaseForm.of(
                        "concerns/decision",
                        (opened, form) -> decisionPage(me, opened, form),
                        "reason",
                        (opened, form) -> decision(form, contacts(opened))));
    }

    private static @Nullable IncidentEvent decision(Form form, List<Choice> contacts) {
        var way = form.chosen("way", WAYS, "Choose what was decided");
        var other = way.equals(DecisionMade.Sort.OTHER.name());
        var contact =
                other || way.isEmpty()
                        ? ""
                        : form.chosen("contact", contacts, "Choose whom it is about");
        var decision =
                other ? form.required("decision", "Say what was decided") : form.text("decision");
        form.atMost("decision", LIMIT, "The decision");
        var reason = written(form, "reason", "Say why you decided so", LIMIT);
        return form.refused()
                ? null
                : new DecisionMade(DecisionMade.Sort.valueOf(way), contact, decision, reason);
    }

    public static final List<Choice> WAYS =
            List.of(
                    Choice.of("NOT_REFER", "Not to refer this"),
                    Choice.of("REFER", "To refer this"),
                    Choice.of("OTHER", "Something else"));

    private static String written(Form form, String field, String empty, int longest) {
        var text = form.required(field, empty);
        form.atMost(field, longest, "What you wrote");
        return text;
    }

    private PersonPage page(
            SignedIn me, Incidents.Opened opened, Form form, Predicate<String> which) {
        return new PersonPage(
                form,
                desk.top(me, opened),
                opened.incident().isClosed(),
                people(me, opened, which));
    }

    private List<Choice> people(SignedIn me, Incidents.Opened opened, Predicate<String> which) {
        var directory = desk.directory(me);
        return opened.incident().people().keySet().stream()
                .filter(which)
                .map(id -> Choice.of(id, directory.name(id)))
                .toList();
    }

    private static Predicate<String> everybody(Incidents.Opened opened) {
        var people = opened.incident().people();
        return id -> people.getOrDefault(id, Part.FAMILY) != Part.FAMILY;
    }

    private Predicate<String> children(SignedIn me, Incidents.Opened opened) {
        return id -> FollowUps.isChild(opened, id, desk.directory(me));
    }

    private ReviewPage reviewPage(SignedIn me, Incidents.Opened opened, String person, Form form) {
        return SafetyPlan.of(opened.incident()).stream()
                .filter(plan -> plan.person().equals(person))
                .map(plan ->
                        new ReviewPage(
                                form,
                                desk.top(me, opened),
                                person,
                                desk.directory(me).name(person),
                                plan.set().plan()))
                .findFirst()
                .orElseThrow(Desk::notFound);
    }

    private DecisionPage decisionPage(SignedIn me, Incidents.Opened opened, Form form) {
        return new DecisionPage(
                form, desk.top(me, opened), opened.incident().isClosed(), contacts(opened));
    }

    private static List<Choice> contacts(Incidents.Opened opened) {
        return opened.edition().pack().contacts().values().stream()
                .map(contact -> Choice.of(contact.key(), contact.label()))
                .toList();
    }
}
