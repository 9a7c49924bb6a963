// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.concerns.Actions;
import school.lanyard.concerns.ClosingOutcome;
import school.lanyard.concerns.Handling;
import school.lanyard.concerns.Incident;
import school.lanyard.concerns.IncidentEvent.Classified;
import school.lanyard.concerns.IncidentEvent.Closed;
import school.lanyard.concerns.Incidents;
import school.lanyard.concerns.NeedToKnow;
import school.lanyard.concerns.Part;
import school.lanyard.concerns.Referral;
import school.lanyard.concerns.Repeats;
import school.lanyard.concerns.SafetyPlan;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.playbook.Bar;
import school.lanyard.core.playbook.Fact;
import school.lanyard.core.playbook.Progress;
import school.lanyard.core.playbook.Step;
import school.lanyard.core.response.Action;
import school.lanyard.web.Deadline;
import school.lanyard.web.Link;
import school.lanyard.web.Pages;
import school.lanyard.web.SummaryRow;

/// One incident: what to do next, what not to do, who it is about, what has happened.
@Controller
public class IncidentController {

    /// A step or an action that waits for somebody.
    ///
    /// @param held why an action cannot be done now
    public record Todo(
            String href,
            String title,
            String owners,
            @Nullable Deadline due,
            boolean required,
            @Nullable String held) {}

    /// How it was closed.
    public record ClosedView(String outcome, String summary, Instant at, String by) {}

    /// Something that must not be done now.
    public record Barred(String label, String reason, List<String> actions) {}

    /// A step that has to wait, and why.
    public record Waiting(String title, String reason) {}

    /// The page of one incident.
    ///
    /// @param closure absent while it is open
    /// @param safety where to record that everybody is safe; absent where nobody is at risk
    public record IncidentPage(
            CaseTop top,
            Instant openedAt,
            String kind,
            String track,
            @Nullable ClosedView closure,
            @Nullable String safety,
            boolean classified,
            List<Todo> todo,
            List<Todo> again,
            List<Barred> barred,
            List<Waiting> waiting,
            List<SummaryRow> people,
            List<SummaryRow> answers,
            List<ReportView> reports,
            List<Words.Line> lines,
            List<String> names,
            List<SummaryRow> readers,
            String why,
            List<String> shutOut,
            CaseWith with,
            List<ExhibitPages.Listed> exhibits,
            boolean mayRecordViewing,
            List<FollowUps.Person> followUps,
            RepeatView repeats) {

        public boolean closed() {
            return closure != null;
        }
    }

    private final Desk desk;
    private final Handling handling;
    private final Repeats repeats;

    IncidentController(Desk desk, Handling handling, Repeats repeats) {
        this.desk = desk;
        this.handling = handling;
        this.repeats = repeats;
    }

    @GetMapping("/incidents/" + TriageController.REFERENCE)
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView incident(SignedIn me, @PathVariable String reference) {
        var opened = desk.open(me, reference);
        var words = Words.of(opened, desk.directory(me));
        return Pages.of("concerns/incident", page(me, opened, words));
    }

    private IncidentPage page(SignedIn me, Incidents.Opened opened, Words words) {
        var incident = opened.incident();
        var pack = opened.edition().pack();
        var base = "/incidents/" + opened.file().reference();
        return new IncidentPage(
                CaseTop.of(opened, words.directory()),
                opened.file().openedAt(),
                incident.classification().map(words::categoryLabel).orElse("Not sorted yet"),
                track(opened),
                closure(incident, words),
                safety(opened, base),
                Actions.grid(pack, incident).isPresent(),
                incident.isClosed() ? List.of() : todo(me, opened, words, base),
                incident.isClosed() ? List.of() : again(opened, base),
                incident.isClosed() ? List.of() : barred(opened.progress()),
                incident.isClosed() ? List.of() : waiting(opened),
                people(opened, words, base),
                answers(opened, words, base),
                opened.concerns().stream()
                        .map(concern -> ReportView.of(concern, pack, words.directory()))
                        .toList(),
                words.lines().reversed(),
                opened.incident().history().reversed().stream()
                        .map(happening -> words.directory().name(happening.by()))
                        .toList(),
                Readers.rows(opened.readers(), pack, words.directory()),
                Readers.why(opened.readers(), me.personId(), pack, words.directory()),
                opened.barred().stream()
                        .filter(person -> !opened.incident().isAbout(person))
                        .filter(person ->
                                !new NeedToKnow(opened.incident()).shutOut().contains(person))
                        .map(words.directory()::name)
                        .toList(),
                CaseWith.of(
                        opened,
                        words.directory(),
                        handling.of(desk.viewer(me), opened.file().reference()).isPresent()),
                ExhibitPages.listed(opened, words),
                me.isAny(Caller.RECORD_VIEWINGS),
                FollowUps.of(opened, words.directory()),
                RepeatView.of(
                        repeats.before(desk.viewer(me), opened, desk.now()),
                        opened,
                        words.directory()));
    }

    private static @Nullable ClosedView closure(Incident incident, Words words) {
        var closing = incident.closing();
        return closing.isPresent()
                        && closing.get().event() instanceof Closed(var outcome, var summary)
                ? new ClosedView(
                        ClosingOutcome.label(outcome),
                        summary,
                        closing.get().at(),
                        words.directory().name(closing.get().by()))
                : null;
    }

    /// The step that makes people safe, while it is open; after that, a page of its own.
    private static @Nullable String safety(Incidents.Opened opened, String base) {
        if (opened.incident().isClosed() || !opened.standing().somebodyAtRisk()) {
            return null;
        }
        return opened.progress().open().stream()
                .map(open -> open.step().card())
                .filter(Step.Card::makesSafe)
                .findFirst()
                .map(card -> base + "/steps/" + card.key())
                .orElse(base + "/safety");
    }

    private static String track(Incidents.Opened opened) {
        return opened.playbook().tracks().stream()
                .filter(track -> track.key().equals(opened.progress().track()))
                .findFirst()
                .map(track -> track.label())
                .orElse("");
    }

    private List<Todo> todo(SignedIn me, Incidents.Opened opened, Words words, String base) {
        var todo = new ArrayList<Todo>();
        opened.incident()
                .returnsWaiting()
                .forEach((person, asked) -> {
                    if (ReadersController.mayDecide(me, asked)) {
                        todo.add(
                                new Todo(
                                        base + "/readers",
                                        "Decide whether "
                                                + words.letIn(person)
                                                + (ReadersController.leavesOut(asked)
                                                        ? " stops reading this incident"
                                                        : " may read this incident"),
                                        "",
                                        null,
                                        true,
                                        null));
                    }
                });
        if (new NeedToKnow(opened.incident()).waitsFor(me.personId())) {
            todo.addFirst(
                    new Todo(base + "/handover", "Take this incident on", "", null, true, null));
        }
        ExhibitPages.waiting(me, opened, base).forEach(todo::add);
        for (var open : opened.progress().open()) {
            if (!isAgain(opened, open)) {
                todo.add(step(opened, open, base));
            }
        }
        for (var plan : SafetyPlan.of(opened.incident())) {
            todo.add(
                    new Todo(
                            base + "/safety-plans/" + plan.person() + "/review",
                            "Review the safety plan for " + words.directory().name(plan.person()),
                            "",
                            FollowUps.review(plan, desk.now()),
                            true,
                            null));
        }
        Referral.of(opened.edition().pack(), opened.incident()).stream()
                .filter(Referral::waits)
                .map(referral -> reply(referral, base))
                .forEach(todo::add);
        if (opened.incident().classification().isEmpty()) {
            todo.add(
                    new Todo(
                            base + "/classification",
                            "Say what kind of incident it is",
                            "",
                            null,
                            true,
                            null));
        }
        actions(opened, base).ifPresent(todo::add);
        if (ProportionController.isAsked(opened)) {
            todo.add(
                    new Todo(
                            base + "/proportion",
                            "Decide what is in proportion",
                            "",
                            null,
                            false,
                            null));
        }
        Actions.chosen(opened.edition().pack(), opened.incident()).stream()
                .filter(Actions.Chosen::waits)
                .map(chosen -> action(opened, chosen.action(), base))
                .forEach(todo::add);
        return todo;
    }

    private Todo reply(Referral referral, String base) {
        var due = referral.due();
        return new Todo(
                base + "/referrals/" + referral.made().id(),
                "Wait for a reply: " + referral.contact().label(),
                "",
                due == null ? null : new Deadline(due, desk.now()),
                true,
                null);
    }

    private static Todo action(Incidents.Opened opened, Action action, String base) {
        var bar = Actions.heldBy(opened.progress(), action);
        return new Todo(
                base + "/actions/" + action.key(),
                action.label(),
                roles(opened.edition().pack(), action.roles()),
                null,
                true,
                bar.map(Bar::reason).orElse(null));
    }

    /// Whether a step was done already and may only be recorded once more.
    private static boolean isAgain(Incidents.Opened opened, Progress.Open open) {
        return open.step().card().repeats() && !open.required() && isRecorded(opened, open);
    }

    private static boolean isRecorded(Incidents.Opened opened, Progress.Open open) {
        return opened.progress().isDone(open.step().key());
    }

    private List<Todo> again(Incidents.Opened opened, String base) {
        return opened.progress().open().stream()
                .filter(open -> isAgain(opened, open))
                .map(open -> step(opened, open, base))
                .toList();
    }

    private Todo step(Incidents.Opened opened, Progress.Open open, String base) {
        var due = open.due();
        return new Todo(
                base + "/steps/" + open.step().key(),
                open.step().card().label(),
                owners(opened.edition().pack(), open.step())
                        + unread(opened, open.step().card().owners().roles()),
                due == null ? null : new Deadline(due, desk.now()),
                open.required(),
                null);
    }

    private static Optional<Todo> actions(Incidents.Opened opened, String base) {
        var incident = opened.incident();
        var pack = opened.edition().pack();
        return incident.actions().isPresent() || Actions.grid(pack, incident).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Todo(
                                base + "/actions",
                                "Choose the actions, from those the policy proposes",
                                "",
                                null,
                                true,
                                null));
    }

    /// A step can be for a post that cannot open this incident; then a reader has to let it in.
    private static String unread(Incidents.Opened opened, List<String> roles) {
        var reads = opened.readers().stream().anyMatch(reader -> roles.contains(reader.role()));
        return reads || roles.isEmpty() ? "" : " (cannot read this incident yet)";
    }

    static String owners(Pack pack, Step step) {
        return roles(pack, step.card().owners().roles());
    }

    private static String roles(Pack pack, List<String> roles) {
        return roles.stream()
                .map(role -> pack.roles().containsKey(role) ? pack.role(role).label() : role)
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private static List<Barred> barred(Progress progress) {
        return progress.bars().stream()
                .map(Progress.Barred::bar)
                .map(bar ->
                        new Barred(
                                bar.label(),
                                bar.reason(),
                                bar.actions().stream()
                                        .map(IncidentController::barredWords)
                                        .toList()))
                .toList();
    }

    /// What a pack can bar, in words; a pack's own word where it bars something else.
    private static String barredWords(String action) {
        return switch (action) {
            case "interview" -> "Do not interview anybody about it.";
            case "device-check" -> "Do not check any device.";
            case "upload" -> "Do not upload, copy or keep any image or file.";
            case "investigation" -> "Do not investigate for yourselves.";
            case "finding" -> "Do not decide what happened.";
            case "discipline" -> "Do not start discipline.";
            default -> action;
        };
    }

    private static List<Waiting> waiting(Incidents.Opened opened) {
        return opened.progress().blocked().stream()
                .map(blocked ->
                        new Waiting(
                                opened.playbook().step(blocked.step()).card().label(),
                                blocked.reason()))
                .toList();
    }

    private static List<SummaryRow> people(Incidents.Opened opened, Words words, String base) {
        return opened.incident().people().entrySet().stream()
                .map(linked ->
                        opened.incident().isClosed()
                                ? row(words, linked.getKey(), linked.getValue())
                                : SummaryRow.of(
                                        words.directory().name(linked.getKey()),
                                        Words.partLabel(linked.getValue()),
                                        history(linked.getKey()),
                                        Link.to(base + "/people/" + linked.getKey(), "Change")))
                .toList();
    }

    private static SummaryRow row(Words words, String person, Part part) {
        return SummaryRow.of(
                words.directory().name(person), Words.partLabel(part), history(person));
    }

    private static Link history(String person) {
        return Link.to("/chronologies/" + person, "All cases");
    }

    /// What was settled so far, each with a way to change it, for suspicion can arise at any time.
    private static List<SummaryRow> answers(Incidents.Opened opened, Words words, String base) {
        var rows = new ArrayList<SummaryRow>();
        opened.incident()
                .classification()
                .ifPresent((Classified kind) ->
                        rows.add(
                                SummaryRow.of(
                                        "Kind of incident",
                                        words.categoryLabel(kind)
                                                + " ("
                                                + words.riskLabel(kind.mainRisk())
                                                + ")",
                                        change(opened, base + "/classification"))));
        for (var fact : opened.playbook().facts()) {
            opened.incident()
                    .answer(fact.key())
                    .map(value -> answered(opened, fact, value, base))
                    .ifPresent(rows::add);
        }
        return rows;
    }

    /// What no other answer can be given to now says why, and offers nothing.
    private static SummaryRow answered(
            Incidents.Opened opened, Fact fact, String value, String base) {
        var words = Words.valueLabel(fact, value);
        var fixed =
                opened.incident().isClosed()
                        ? Optional.<String>empty()
                        : StepController.cannotChange(opened, fact);
        return fixed.isPresent()
                ? SummaryRow.of(fact.label(), words + ". " + fixed.get())
                : SummaryRow.of(fact.label(), words, change(opened, base + "/facts/" + fact.key()));
    }

    private static Link[] change(Incidents.Opened opened, String href) {
        return opened.incident().isClosed() ? new Link[0] : new Link[] {Link.to(href, "Change")};
    }
}
