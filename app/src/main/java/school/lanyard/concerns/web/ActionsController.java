// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.LocalDateTime;
import java.util.List;
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

    /// The actions to choose from.
    ///
    /// @param promises what the policy says about it
    public record ActionsPage(
            Form form,
            CaseTop top,
            String kind,
            List<String> proposed,
            List<String> promises,
            List<Choice> choices) {}

    /// One action, and what is recorded about it.
    ///
    /// @param held why it cannot be done now; then it can only be found not to be needed
    /// @param mayBeLeftOut whether it may be found not to be needed
    public record ActionPage(
            Form form,
            CaseTop top,
            String key,
            String label,
            List<Contact> contacts,
            @Nullable String held,
            boolean mayBeLeftOut) {}

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
                page(me, opened, Form.blank().with("actions", chosen.toArray(String[]::new))));
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
            return Pages.refused("concerns/actions", page(me, opened, form));
        }
        return desk.record(
                me,
                reference,
                new IncidentEvent.ActionsChosen(proposed, chosen, reason),
                form,
                "reason",
                "Actions saved",
                flash,
                f -> Pages.refused("concerns/actions", page(me, opened, f)));
    }

    @GetMapping("/incidents/" + TriageController.REFERENCE + "/actions/{action:[a-z0-9_]+}")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView action(SignedIn me, @PathVariable String reference, @PathVariable String action) {
        var now = LocalDateTime.ofInstant(desk.now(), SchoolTime.ZONE);
        return Pages.form(
                "concerns/action",
                page(me, desk.open(me, reference), action, Form.blank().with("done", now)));
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
        var event = event(action, form);
        if (form.refused()) {
            return Pages.refused("concerns/action", page(me, opened, action, form));
        }
        return desk.record(
                me,
                reference,
                event,
                form,
                "note",
                "Saved",
                flash,
                f -> Pages.refused("concerns/action", page(me, opened, action, f)));
    }

    private IncidentEvent event(String action, Form form) {
        if (form.has("not-needed")) {
            return new IncidentEvent.ActionNotNeeded(
                    action, form.required("note", "Say why this was not needed"));
        }
        var at = form.dateTime("done", "When it was done");
        var note = form.required("note", "Say what was done");
        return new IncidentEvent.ActionDone(
                action, at == null ? desk.now() : at.atZone(SchoolTime.ZONE).toInstant(), note);
    }

    private static List<String> proposed(Incidents.Opened opened) {
        return Actions.proposed(opened.edition().pack(), opened.incident()).stream()
                .map(Action::key)
                .toList();
    }

    private static ResponseGrid grid(Incidents.Opened opened) {
        return Desk.found(Actions.grid(opened.edition().pack(), opened.incident()));
    }

    private ActionsPage page(SignedIn me, Incidents.Opened opened, Form form) {
        var grid = grid(opened);
        var pack = opened.edition().pack();
        var kind = opened.incident().classification().orElseThrow();
        var row = Optional.ofNullable(grid.rows().get(kind.category()));
        return new ActionsPage(
                form,
                desk.top(me, opened),
                row.map(each -> each.label()).orElse(kind.category()),
                Actions.proposed(pack, opened.incident()).stream().map(Action::label).toList(),
                Words.promises(pack, row.map(each -> each.clauses()).orElseGet(List::of)),
                grid.actions().values().stream().map(action -> choice(opened, action)).toList());
    }

    /// An action that is barred now may be chosen all the same, for later.
    private static Choice choice(Incidents.Opened opened, Action action) {
        return Actions.heldBy(opened.progress(), action)
                .map(bar -> Choice.of(action.key(), action.label(), "Held now. " + bar.reason()))
                .orElseGet(() -> Choice.of(action.key(), action.label()));
    }

    private ActionPage page(SignedIn me, Incidents.Opened opened, String key, Form form) {
        var action = Desk.found(Optional.ofNullable(grid(opened).actions().get(key)));
        var pack = opened.edition().pack();
        return new ActionPage(
                form,
                desk.top(me, opened),
                key,
                action.label(),
                desk.contacts(me, action.contacts().stream().map(pack::contact).toList()),
                opened.refusal(new IncidentEvent.ActionDone(key, desk.now(), "")).orElse(null),
                opened.refusal(new IncidentEvent.ActionNotNeeded(key, "-")).isEmpty());
    }
}
