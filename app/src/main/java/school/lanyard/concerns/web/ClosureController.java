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
import school.lanyard.concerns.Closing;
import school.lanyard.concerns.ClosingOutcome;
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.concerns.Incidents;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// Notes on an incident, and its closing once nothing is missing.
@Controller
public class ClosureController {

    private static final int LIMIT = 10_000;

    /// The closing of an incident.
    ///
    /// @param missing what still stands in the way; while there is any, there is no form
    public record ClosurePage(
            Form form, String reference, List<String> missing, List<Choice> outcomes) {}

    public record NotePage(Form form, String reference) {}

    private final Desk desk;

    ClosureController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/incidents/" + TriageController.REFERENCE + "/closure")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView ask(SignedIn me, @PathVariable String reference) {
        return Pages.form("concerns/closure", page(desk.open(me, reference), Form.blank()));
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
            return Pages.refused("concerns/closure", page(opened, form));
        }
        return desk.record(
                me,
                reference,
                new IncidentEvent.Closed(outcome, summary),
                form,
                "outcome",
                "Incident closed",
                flash,
                f -> Pages.refused("concerns/closure", page(opened, f)));
    }

    @GetMapping("/incidents/" + TriageController.REFERENCE + "/notes/new")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView note(SignedIn me, @PathVariable String reference) {
        desk.open(me, reference);
        return Pages.form("concerns/note", new NotePage(Form.blank(), reference));
    }

    @PostMapping("/incidents/" + TriageController.REFERENCE + "/notes")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView addNote(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var text = form.required("text", "Write the note");
        form.atMost("text", LIMIT, "The note");
        if (form.refused()) {
            desk.open(me, reference);
            return Pages.refused("concerns/note", new NotePage(form, reference));
        }
        return desk.record(
                me,
                reference,
                new IncidentEvent.NoteAdded(text),
                form,
                "text",
                "Note added",
                flash,
                f -> Pages.refused("concerns/note", new NotePage(f, reference)));
    }

    private static ClosurePage page(Incidents.Opened opened, Form form) {
        return new ClosurePage(
                form,
                opened.file().reference(),
                Closing.missing(opened.edition().pack(), opened.incident(), opened.progress()),
                outcomes());
    }

    private static List<Choice> outcomes() {
        return Arrays.stream(ClosingOutcome.values())
                .map(outcome -> Choice.of(outcome.key(), outcome.label()))
                .toList();
    }
}
