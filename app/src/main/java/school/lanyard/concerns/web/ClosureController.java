// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.util.Arrays;
import java.util.List;
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
import school.lanyard.concerns.Actions;
import school.lanyard.concerns.ClosingOutcome;
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.concerns.Incidents;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Link;
import school.lanyard.web.Pages;
import school.lanyard.web.SummaryRow;

/// The closing of an incident once nothing is missing, notes on it before and after, and its
/// opening again.
@Controller
public class ClosureController {

    private static final int LIMIT = 10_000;

    /// The closing of an incident.
    ///
    /// @param actions each action that was chosen, and what became of it
    /// @param missing what still stands in the way; while there is any, there is no form
    public record ClosurePage(
            Form form,
            CaseTop top,
            List<SummaryRow> actions,
            List<String> missing,
            List<Choice> outcomes) {}

    /// A note to be written.
    ///
    /// @param late whether the incident is closed
    public record NotePage(Form form, CaseTop top, boolean late) {}

    /// The opening of a closed incident.
    ///
    /// @param closed whether there is anything to open again
    public record ReopeningPage(Form form, CaseTop top, boolean closed) {}

    private static final Desk.Box NOTE =
            new Desk.Box("text", "Write the note", "The note", LIMIT, "Note added");
    private static final Desk.Box AGAIN =
            new Desk.Box(
                    "reason",
                    "Say why the incident is opened again",
                    "The reason",
                    LIMIT,
                    "Incident opened again");

    private final Desk desk;

    ClosureController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/incidents/" + TriageController.REFERENCE + "/closure")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView ask(SignedIn me, @PathVariable String reference) {
        return Pages.form("concerns/closure", page(me, desk.open(me, reference), Form.blank()));
    }

    @PostMapping("/incidents/" + TriageController.REFERENCE + "/closure")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView close(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var opened = desk.open(me, reference);
        var outcome = form.chosen("outcome", outcomes(), "Choose the outcome");
        var summary = form.required("summary", "Write a short summary");
        form.atMost("summary", LIMIT, "The summary");
        if (form.refused()) {
            return Pages.refused("concerns/closure", page(me, opened, form));
        }
        return desk.record(
                me,
                reference,
                new IncidentEvent.Closed(outcome, summary),
                form,
                "outcome",
                "Incident closed",
                flash,
                f -> Pages.refused("concerns/closure", page(me, opened, f)));
    }

    @GetMapping("/incidents/" + TriageController.REFERENCE + "/notes/new")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView note(SignedIn me, @PathVariable String reference) {
        return Pages.form("concerns/note", notePage(me, desk.open(me, reference), Form.blank()));
    }

    @PostMapping("/incidents/" + TriageController.REFERENCE + "/notes")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView addNote(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        return desk.written(
                me,
                reference,
                NOTE,
                Form.of(typed),
                IncidentEvent.NoteAdded::new,
                flash,
                (opened, form) -> Pages.refused("concerns/note", notePage(me, opened, form)));
    }

    @GetMapping("/incidents/" + TriageController.REFERENCE + "/reopening")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView askAgain(SignedIn me, @PathVariable String reference) {
        return Pages.form(
                "concerns/reopening", reopeningPage(me, desk.open(me, reference), Form.blank()));
    }

    @PostMapping("/incidents/" + TriageController.REFERENCE + "/reopening")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView reopen(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        return desk.written(
                me,
                reference,
                AGAIN,
                Form.of(typed),
                IncidentEvent.Reopened::new,
                flash,
                (opened, form) ->
                        Pages.refused("concerns/reopening", reopeningPage(me, opened, form)));
    }

    private NotePage notePage(SignedIn me, Incidents.Opened opened, Form form) {
        return new NotePage(form, desk.top(me, opened), opened.incident().isClosed());
    }

    private ReopeningPage reopeningPage(SignedIn me, Incidents.Opened opened, Form form) {
        return new ReopeningPage(form, desk.top(me, opened), opened.incident().isClosed());
    }

    private ClosurePage page(SignedIn me, Incidents.Opened opened, Form form) {
        return new ClosurePage(
                form,
                desk.top(me, opened),
                Actions.chosen(opened.edition().pack(), opened.incident()).stream()
                        .map(chosen -> row(opened, chosen))
                        .toList(),
                opened.standing().missing(),
                outcomes());
    }

    private static SummaryRow row(Incidents.Opened opened, Actions.Chosen chosen) {
        var action = chosen.action();
        return switch (chosen.state()) {
            case Actions.State.Done _ -> SummaryRow.of(action.label(), "Done");
            case Actions.State.NotNeeded(var reason) ->
                    SummaryRow.of(action.label(), "Not needed: " + reason);
            case Actions.State.Waiting _ ->
                    SummaryRow.of(
                            action.label(),
                            Actions.heldBy(opened.progress(), action)
                                    .map(bar -> "Still waiting. Held: " + bar.reason())
                                    .orElse("Still waiting"),
                            Link.to(
                                    "/incidents/"
                                            + opened.file().reference()
                                            + "/actions/"
                                            + action.key(),
                                    "Record"));
        };
    }

    private static List<Choice> outcomes() {
        return Arrays.stream(ClosingOutcome.values())
                .map(outcome -> Choice.of(outcome.key(), outcome.label()))
                .toList();
    }
}
