// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import school.lanyard.concerns.Incident;
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.concerns.Incidents;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.playbook.Fact;
import school.lanyard.core.playbook.Progress;
import school.lanyard.core.playbook.Step;
import school.lanyard.web.Choice;
import school.lanyard.web.Deadline;
import school.lanyard.web.Form;
import school.lanyard.web.Link;
import school.lanyard.web.Pages;
import school.lanyard.web.Times;

/// A step of the playbook: what it asks, who does it and by when, and the form that records it.
@Controller
public class StepController {

    static final String REASON = "note";
    private static final int NOTE_LIMIT = 10_000;

    /// A step and the form that records it.
    ///
    /// @param question the fact that a decision or a wait answers; absent for a step that is done
    /// @param call the outside body to call now
    /// @param owners who does it, in the pack's words
    /// @param ownersInferred whether the school chose them, because its policy names nobody
    /// @param promises what the policy says about it
    /// @param paper what the form on paper is called that its record stands on
    /// @param doneBy where what completes it is recorded for each person; absent where nothing else
    ///   does
    /// @param blocked why it cannot be recorded now; then there is no form
    public record StepPage(
            Form form,
            CaseTop top,
            String action,
            String title,
            String guidance,
            String owners,
            boolean ownersInferred,
            List<String> promises,
            @Nullable Deadline due,
            boolean dueIsOurChoice,
            @Nullable Call call,
            @Nullable Question question,
            List<Asked> needs,
            boolean whyNot,
            @Nullable String blocked,
            @Nullable String paper,
            @Nullable Link doneBy) {

        public String noteLabel() {
            if (question != null && question.settled()) {
                return "What has changed?";
            }
            return needs.isEmpty()
                    ? "What was done or decided, and why?"
                    : "Anything else (optional)";
        }
    }

    /// What a step's record must hold, and what to choose from where it is chosen.
    public record Asked(Step.Need need, List<Choice> choices) {}

    /// A question and its answers.
    ///
    /// @param settled whether it was answered before, so that this changes the answer
    public record Question(String legend, List<Choice> answers, boolean settled) {}

    private final Desk desk;
    private final NeedChoices choices;

    StepController(Desk desk, NeedChoices choices) {
        this.desk = desk;
        this.choices = choices;
    }

    @GetMapping("/incidents/" + TriageController.REFERENCE + "/steps/{step:[a-z0-9_-]+}")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView step(SignedIn me, @PathVariable String reference, @PathVariable String step) {
        var form = Form.blank().with("done", desk.now().atZone(SchoolTime.ZONE).toLocalDateTime());
        return Pages.form("concerns/step", page(me, reference, step, form));
    }

    @PostMapping("/incidents/" + TriageController.REFERENCE + "/steps/{step:[a-z0-9_-]+}")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView record(
            SignedIn me,
            @PathVariable String reference,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var opened = desk.open(me, reference);
        var event = event(me, found(opened, step), form);
        if (form.refused()) {
            return again(me, opened, step, form);
        }
        return desk.record(
                me,
                reference,
                event,
                form,
                REASON,
                "Saved",
                flash,
                f -> again(me, opened, step, f));
    }

    @GetMapping("/incidents/" + TriageController.REFERENCE + "/facts/{fact:[a-z0-9_-]+}")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView fact(SignedIn me, @PathVariable String reference, @PathVariable String fact) {
        var opened = desk.open(me, reference);
        var form = Form.blank();
        opened.incident().answer(fact).ifPresent(answer -> form.with("answer", answer));
        return Pages.form("concerns/step", factPage(me, opened, fact, form));
    }

    @PostMapping("/incidents/" + TriageController.REFERENCE + "/facts/{fact:[a-z0-9_-]+}")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView answer(
            SignedIn me,
            @PathVariable String reference,
            @PathVariable String fact,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var opened = desk.open(me, reference);
        var event = answer(fact(opened, fact), form);
        if (!form.refused() && opened.changesNothing(event)) {
            return unchanged(me, opened, fact, form, flash);
        }
        form.required(REASON, "Say what has changed");
        if (form.refused()) {
            return Pages.refused("concerns/step", factPage(me, opened, fact, form));
        }
        return desk.record(
                me,
                reference,
                event,
                form,
                REASON,
                "Answer changed",
                flash,
                f -> Pages.refused("concerns/step", factPage(me, opened, fact, f)));
    }

    /// Words that were typed are not lost with an answer that changes nothing.
    private ModelAndView unchanged(
            SignedIn me,
            Incidents.Opened opened,
            String fact,
            Form form,
            RedirectAttributes flash) {
        return form.has(REASON)
                ? Pages.refused(
                        "concerns/step",
                        factPage(
                                me,
                                opened,
                                fact,
                                form.reject(
                                        "answer",
                                        Desk.UNCHANGED
                                                + ": that is the answer already. To add something,"
                                                + " add a note to the incident")))
                : Pages.to("/incidents/" + opened.file().reference(), Desk.UNCHANGED, flash);
    }

    private static String answered(Incidents.Opened opened, String fact) {
        return opened.incident().answer(fact).orElse("");
    }

    private ModelAndView again(SignedIn me, Incidents.Opened opened, String step, Form form) {
        return Pages.refused("concerns/step", page(me, opened, step, form));
    }

    private IncidentEvent event(SignedIn me, Step step, Form form) {
        return switch (step) {
            case Step.Decision(_, var fact, _) -> answered(fact, held(me, step, form), form);
            case Step.Wait(_, var fact) -> answered(fact, held(me, step, form), form);
            default -> done(me, step, form);
        };
    }

    private static IncidentEvent answered(String fact, Map<String, String> held, Form form) {
        return new IncidentEvent.FactAnswered(
                fact,
                form.required("answer", "Choose an answer"),
                held,
                form.atMost(REASON, NOTE_LIMIT, "Your note"));
    }

    private static IncidentEvent answer(Fact fact, Form form) {
        return answered(fact.key(), Map.of(), form);
    }

    private IncidentEvent done(SignedIn me, Step step, Form form) {
        var notNeeded = step.card().whyNot() && form.has("not-needed");
        var note = form.atMost(REASON, NOTE_LIMIT, "Your note");
        if (notNeeded) {
            form.required(REASON, "Say why this was not needed");
            if (step.card().needs().stream().anyMatch(need -> filled(form, need))) {
                form.reject("not-needed", "Fill in the boxes, or say that it was not needed");
            }
            return new IncidentEvent.StepDone(step.key(), desk.now(), true, Map.of(), note);
        }
        return new IncidentEvent.StepDone(
                step.key(), doneAt(form), false, held(me, step, form), note);
    }

    private Instant doneAt(Form form) {
        var at = form.dateTime("done", "When it was done");
        var now = desk.now();
        if (at == null) {
            return now;
        }
        var instant = at.atZone(SchoolTime.ZONE).toInstant();
        // The box holds whole minutes, so "now" may be up to a minute ahead of itself.
        if (instant.isAfter(now.plusSeconds(60))) {
            form.reject("done", "When it was done must be in the past");
        }
        return instant;
    }

    private Map<String, String> held(SignedIn me, Step step, Form form) {
        var held = new LinkedHashMap<String, String>();
        for (var need : step.card().needs()) {
            held.put(
                    need.key(),
                    NeedChoices.isChosen(need)
                            ? NeedChoices.held(need, choices.of(me, need), form)
                            : held(need, form));
        }
        return held;
    }

    /// A date and a time are read as such, so that nothing else stands where one is asked for.
    private static String held(Step.Need need, Form form) {
        var name = need(need);
        return switch (need.kind()) {
            case DATE -> {
                var day = form.date(name, need.label());
                yield day == null ? "" : Times.day(day);
            }
            case TIME -> {
                var at = form.dateTime(name, need.label());
                yield at == null
                        ? ""
                        : Times.day(at.toLocalDate()) + " at " + Times.time(at.toLocalTime());
            }
            case LINE, NOTE, YES_NO, HOLDER, CHECK_DEVICE -> {
                form.atMost(name, NOTE_LIMIT, need.label());
                yield form.required(name, "Fill in: " + Words.lower(need.label()));
            }
        };
    }

    private static boolean filled(Form form, Step.Need need) {
        var name = need(need);
        return form.has(name) || form.has(name + "-day");
    }

    static String need(Step.Need need) {
        return "need-" + need.key();
    }

    private StepPage page(SignedIn me, String reference, String step, Form form) {
        return page(me, desk.open(me, reference), step, form);
    }

    private StepPage page(SignedIn me, Incidents.Opened opened, String key, Form form) {
        var step = found(opened, key);
        var card = step.card();
        var pack = opened.edition().pack();
        return new StepPage(
                form,
                desk.top(me, opened),
                "/incidents/" + opened.file().reference() + "/steps/" + key,
                card.label(),
                card.guidance(),
                IncidentController.owners(pack, step),
                card.owners().inferred(),
                Words.promises(pack, card.clauses()),
                due(opened.progress(), key),
                card.clock() != null && !card.clock().stated(),
                desk.call(me, pack, card.contact()).orElse(null),
                question(opened, step),
                card.needs().stream().map(need -> new Asked(need, choices.of(me, need))).toList(),
                card.whyNot() && !(card.makesSafe() && opened.standing().somebodyAtRisk()),
                blocked(opened, step),
                card.paper(),
                doneBy(opened, card.doneBy()));
    }

    private static @Nullable Link doneBy(Incidents.Opened opened, Step.@Nullable DoneBy by) {
        var base = "/incidents/" + opened.file().reference();
        return switch (by) {
            case null -> null;
            case SUPPORT -> Link.to(base + "/support/new", "Record support for one person");
            case PARENTS -> Link.to(base + "/parents/new", "Record whether a parent was told");
            case FEEDBACK -> Link.to(base + "/feedback/new", "Record feedback to one person");
        };
    }

    private StepPage factPage(SignedIn me, Incidents.Opened opened, String key, Form form) {
        var fact = fact(opened, key);
        var possible = possible(opened, fact);
        return new StepPage(
                form,
                desk.top(me, opened),
                "/incidents/" + opened.file().reference() + "/facts/" + key,
                "Change an answer",
                "The earlier answer stays in the record. This one counts from now on.",
                "",
                false,
                List.of(),
                null,
                false,
                null,
                new Question(
                        fact.label(),
                        choices(fact).stream()
                                .filter(choice -> possible.contains(choice.value()))
                                .toList(),
                        true),
                List.of(),
                false,
                cannotChange(opened, fact).orElse(null),
                null,
                null);
    }

    /// Why no other answer can be given now; empty if one can.
    static Optional<String> cannotChange(Incidents.Opened opened, Fact fact) {
        var now = answered(opened, fact.key());
        return possible(opened, fact).stream().anyMatch(word -> !word.equals(now))
                ? Optional.empty()
                : fact.answers().stream()
                        .map(Incident::word)
                        .filter(word -> !word.equals(now))
                        .flatMap(word -> opened.refusal(answer(fact.key(), word)).stream())
                        .findFirst();
    }

    /// The answers that would be taken now, the one that stands among them.
    private static List<String> possible(Incidents.Opened opened, Fact fact) {
        var now = answered(opened, fact.key());
        return fact.answers().stream()
                .map(Incident::word)
                .filter(word ->
                        word.equals(now) || opened.refusal(answer(fact.key(), word)).isEmpty())
                .toList();
    }

    private static IncidentEvent answer(String fact, String word) {
        return new IncidentEvent.FactAnswered(fact, word, Map.of(), "?");
    }

    private @Nullable Deadline due(Progress progress, String key) {
        return progress.open().stream()
                .filter(open -> open.step().key().equals(key))
                .map(Progress.Open::due)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .map(due -> new Deadline(due, desk.now()))
                .orElse(null);
    }

    /// A form is shown only for what can be recorded now.
    private @Nullable String blocked(Incidents.Opened opened, Step step) {
        if (!opened.incident().isClosed() && opened.progress().isOpen(step.key())) {
            return null;
        }
        return opened.refusal(
                        new IncidentEvent.StepDone(step.key(), desk.now(), false, Map.of(), ""))
                .orElse(null);
    }

    private static @Nullable Question question(Incidents.Opened opened, Step step) {
        return switch (step) {
            case Step.Decision(_, var fact, _) -> question(fact(opened, fact));
            case Step.Wait(_, var fact) -> question(fact(opened, fact));
            default -> null;
        };
    }

    private static Question question(Fact fact) {
        return new Question(fact.label(), choices(fact), false);
    }

    private static List<Choice> choices(Fact fact) {
        return fact.answers().stream()
                .map(value ->
                        Choice.of(
                                Incident.word(value), Words.valueLabel(fact, Incident.word(value))))
                .toList();
    }

    private static Step found(Incidents.Opened opened, String key) {
        return Desk.found(
                opened.playbook().steps().stream()
                        .filter(step -> step.key().equals(key))
                        .filter(StepController::recordable)
                        .findFirst());
    }

    private static boolean recordable(Step step) {
        return !(step instanceof Step.Outcome || step instanceof Step.Prohibition);
    }

    private static Fact fact(Incidents.Opened opened, String key) {
        Optional<Fact> fact =
                opened.playbook().facts().stream()
                        .filter(each -> each.key().equals(key))
                        .findFirst();
        return Desk.found(fact);
    }
}
