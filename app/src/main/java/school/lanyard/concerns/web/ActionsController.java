// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
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
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.concerns.Incidents;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Contact;
import school.lanyard.core.response.Action;
import school.lanyard.core.response.ResponseGrid;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// What the school will do about an incident: its response grid proposes, the handler may differ
/// with a reason.
@Controller
public class ActionsController {

    public record ActionsPage(
            Form form,
            String reference,
            String kind,
            List<String> proposed,
            List<String> clauses,
            List<Choice> choices) {}

    public record ActionPage(
            Form form, String reference, String key, String label, List<Contact> contacts) {}

    private final Desk desk;

    ActionsController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/incidents/" + TriageController.REFERENCE + "/actions")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView ask(SignedIn me, @PathVariable String reference) {
        var opened = desk.open(me, reference);
        var chosen =
                opened.incident()
                        .actions()
                        .map(IncidentEvent.ActionsChosen::chosen)
                        .orElseGet(() -> proposed(opened));
        return Pages.form(
                "concerns/actions",
                page(opened, Form.blank().with("actions", chosen.toArray(String[]::new))));
    }

    @PostMapping("/incidents/" + TriageController.REFERENCE + "/actions")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView choose(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var opened = desk.open(me, reference);
        var chosen =
                grid(opened).actions().keySet().stream()
                        .filter(form.all("actions")::contains)
                        .toList();
        var proposed = proposed(opened);
        var reason =
                chosen.equals(proposed)
                        ? form.text("reason")
                        : form.required(
                                "reason", "Say why you differ from what the policy proposes");
        if (form.refused()) {
            return Pages.refused("concerns/actions", page(opened, form));
        }
        return desk.record(
                me,
                reference,
                new IncidentEvent.ActionsChosen(proposed, chosen, reason),
                form,
                "reason",
                "Actions saved",
                flash,
                f -> Pages.refused("concerns/actions", page(opened, f)));
    }

    @GetMapping("/incidents/" + TriageController.REFERENCE + "/actions/{action:[a-z0-9_]+}")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView action(SignedIn me, @PathVariable String reference, @PathVariable String action) {
        var now = LocalDateTime.ofInstant(desk.now(), SchoolTime.ZONE);
        return Pages.form(
                "concerns/action",
                page(desk.open(me, reference), action, Form.blank().with("done", now)));
    }

    @PostMapping("/incidents/" + TriageController.REFERENCE + "/actions/{action:[a-z0-9_]+}")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView done(
            SignedIn me,
            @PathVariable String reference,
            @PathVariable String action,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var opened = desk.open(me, reference);
        var at = form.dateTime("done", "When it was done");
        var note = form.required("note", "Say what was done");
        if (at == null || form.refused()) {
            return Pages.refused("concerns/action", page(opened, action, form));
        }
        return desk.record(
                me,
                reference,
                new IncidentEvent.ActionDone(action, at.atZone(SchoolTime.ZONE).toInstant(), note),
                form,
                "note",
                "Saved",
                flash,
                f -> Pages.refused("concerns/action", page(opened, action, f)));
    }

    private static List<String> proposed(Incidents.Opened opened) {
        return Actions.proposed(opened.edition().pack(), opened.incident()).stream()
                .map(Action::key)
                .toList();
    }

    private static ResponseGrid grid(Incidents.Opened opened) {
        return Desk.found(Actions.grid(opened.edition().pack(), opened.incident()));
    }

    private static ActionsPage page(Incidents.Opened opened, Form form) {
        var grid = grid(opened);
        var kind = opened.incident().classification().orElseThrow();
        var row = Optional.ofNullable(grid.rows().get(kind.category()));
        return new ActionsPage(
                form,
                opened.file().reference(),
                row.map(each -> each.label()).orElse(kind.category()),
                Actions.proposed(opened.edition().pack(), opened.incident()).stream()
                        .map(Action::label)
                        .toList(),
                row.map(each -> each.clauses()).orElseGet(List::of),
                grid.actions().values().stream()
                        .map(action -> Choice.of(action.key(), action.label()))
                        .toList());
    }

    private static ActionPage page(Incidents.Opened opened, String key, Form form) {
        var action = Desk.found(Optional.ofNullable(grid(opened).actions().get(key)));
        var pack = opened.edition().pack();
        return new ActionPage(
                form,
                opened.file().reference(),
                key,
                action.label(),
                action.contacts().stream().map(pack::contact).toList());
    }
}
