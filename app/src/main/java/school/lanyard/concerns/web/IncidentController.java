// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.concerns.Actions;
import school.lanyard.concerns.IncidentEvent.Classified;
import school.lanyard.concerns.Incidents;
import school.lanyard.concerns.Part;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.playbook.Progress;
import school.lanyard.core.playbook.Step;
import school.lanyard.web.Deadline;
import school.lanyard.web.Link;
import school.lanyard.web.Pages;
import school.lanyard.web.SummaryRow;

/// One incident: what to do next, what not to do, who it is about, what has happened.
@Controller
public class IncidentController {

    /// A step that somebody can take now.
    public record Todo(
            String href, String title, String owners, @Nullable Deadline due, boolean required) {}

    /// Something that must not be done now.
    public record Barred(String label, String reason, List<String> actions) {}

    /// A step that has to wait, and why.
    public record Waiting(String title, String reason) {}

    public record IncidentPage(
            String reference,
            Instant openedAt,
            String kind,
            String track,
            boolean closed,
            boolean classified,
            List<Todo> todo,
            List<Barred> barred,
            List<Waiting> waiting,
            List<SummaryRow> people,
            List<SummaryRow> answers,
            List<ReportView> reports,
            List<Words.Line> lines,
            List<String> names,
            List<SummaryRow> readers,
            String why,
            List<String> shutOut) {}

    private final Desk desk;

    IncidentController(Desk desk) {
        this.desk = desk;
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
                opened.file().reference(),
                opened.file().openedAt(),
                incident.classification().map(words::categoryLabel).orElse("Not sorted yet"),
                track(opened),
                incident.isClosed(),
                Actions.grid(pack, incident).isPresent(),
                incident.isClosed() ? List.of() : todo(me, opened, words, base),
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
                Readers.why(opened.readers(), me.personId(), pack),
                opened.barred().stream().map(words.directory()::name).toList());
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
                                                + words.directory().name(person)
                                                + " is let back in",
                                        "",
                                        null,
                                        true));
                    }
                });
        for (var open : opened.progress().open()) {
            todo.add(step(opened, open, base));
        }
        if (opened.incident().classification().isEmpty()) {
            todo.add(
                    new Todo(
                            base + "/classification",
                            "Say what kind of incident it is",
                            "",
                            null,
                            true));
        }
        actions(opened, base).ifPresent(todo::add);
        for (var action : Actions.undone(opened.edition().pack(), opened.incident())) {
            todo.add(
                    new Todo(
                            base + "/actions/" + action.key(),
                            action.label(),
                            roles(opened.edition().pack(), action.roles()),
                            null,
                            action.beforeClosing()));
        }
        return todo;
    }

    private Todo step(Incidents.Opened opened, Progress.Open open, String base) {
        var due = open.due();
        return new Todo(
                base + "/steps/" + open.step().key(),
                open.step().card().label(),
                owners(opened.edition().pack(), open.step())
                        + unread(opened, open.step().card().owners().roles()),
                due == null ? null : new Deadline(due, desk.now()),
                open.required());
    }

    private static java.util.Optional<Todo> actions(Incidents.Opened opened, String base) {
        var incident = opened.incident();
        var pack = opened.edition().pack();
        return incident.actions().isPresent() || Actions.grid(pack, incident).isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(
                        new Todo(
                                base + "/actions",
                                "Choose the actions, from those the policy proposes",
                                "",
                                null,
                                true));
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
                                        Link.to(base + "/people/" + linked.getKey(), "Change")))
                .toList();
    }

    private static SummaryRow row(Words words, String person, Part part) {
        return SummaryRow.of(words.directory().name(person), Words.partLabel(part));
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
            answer(opened, fact.key())
                    .ifPresent(value ->
                            rows.add(
                                    SummaryRow.of(
                                            fact.label(),
                                            Words.valueLabel(fact, value),
                                            change(opened, base + "/facts/" + fact.key()))));
        }
        return rows;
    }

    private static Link[] change(Incidents.Opened opened, String href) {
        return opened.incident().isClosed() ? new Link[0] : new Link[] {Link.to(href, "Change")};
    }

    private static java.util.Optional<String> answer(Incidents.Opened opened, String fact) {
        return opened.incident().history().stream()
                .map(each -> each.event())
                .filter(school.lanyard.concerns.IncidentEvent.FactAnswered.class::isInstance)
                .map(school.lanyard.concerns.IncidentEvent.FactAnswered.class::cast)
                .filter(answer -> answer.fact().equals(fact))
                .reduce((_, later) -> later)
                .map(answer -> answer.value());
    }
}
