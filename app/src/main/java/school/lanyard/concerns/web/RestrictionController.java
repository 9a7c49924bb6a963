// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import school.lanyard.access.Reader;
import school.lanyard.access.SignedIn;
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.concerns.Incidents;
import school.lanyard.concerns.NeedToKnow;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// Restricts an incident to some of those it is sent to, at once; a second person lets more in.
@Controller
public class RestrictionController {

    private static final String INCIDENT = "/incidents/" + TriageController.REFERENCE;
    private static final String PAGE = "concerns/restriction";
    private static final int LONGEST = 1000;

    /// Whom it can be restricted to, and whom a restriction keeps out.
    ///
    /// @param widenForm what was typed to let somebody in
    /// @param endForm what was typed to end it
    /// @param named in alphabetical order; empty where it is not restricted
    public record RestrictionPage(
            Form form,
            Form widenForm,
            Form endForm,
            CaseTop top,
            List<Choice> readers,
            List<String> named,
            List<Choice> keptOut) {

        /// The form to be mended.
        public Form refused() {
            return form.refused() ? form : widenForm.refused() ? widenForm : endForm;
        }
    }

    private final Desk desk;

    RestrictionController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping(INCIDENT + "/restriction")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView restriction(SignedIn me, @PathVariable String reference) {
        var opened = desk.open(me, reference);
        return Pages.form(PAGE, page(me, opened, Form.blank(), Form.blank(), Form.blank()));
    }

    @PostMapping(INCIDENT + "/restriction")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView restrict(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var opened = desk.open(me, reference);
        var people =
                form.all("people").stream()
                        .filter(chosen ->
                                readers(me, opened).stream()
                                        .anyMatch(each -> each.value().equals(chosen)))
                        .distinct()
                        .sorted()
                        .toList();
        if (people.isEmpty()) {
            form.reject("people", "Choose who may read it");
        }
        var reason = reason(form, "reason", "Say why fewer people may read it");
        if (form.refused()) {
            return Pages.refused(PAGE, page(me, opened, form, Form.blank(), Form.blank()));
        }
        return desk.record(
                me,
                reference,
                new IncidentEvent.Restricted(people, reason),
                form,
                "people",
                "Restricted",
                flash,
                f -> Pages.refused(PAGE, page(me, opened, f, Form.blank(), Form.blank())));
    }

    @PostMapping(INCIDENT + "/restriction/readers")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView widen(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var opened = desk.open(me, reference);
        var person = form.chosen("person", keptOut(me, opened), "Choose a person");
        var why = reason(form, "why", "Say why they need to read it");
        if (form.refused()) {
            return Pages.refused(PAGE, page(me, opened, Form.blank(), form, Form.blank()));
        }
        return desk.record(
                me,
                reference,
                new IncidentEvent.RestrictionWidened(person, why),
                form,
                "person",
                "Saved",
                flash,
                f -> Pages.refused(PAGE, page(me, opened, Form.blank(), f, Form.blank())));
    }

    @PostMapping(INCIDENT + "/restriction/end")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView end(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var opened = desk.open(me, reference);
        var reason = reason(form, "ended", "Say why it need not be restricted now");
        if (form.refused()) {
            return Pages.refused(PAGE, page(me, opened, Form.blank(), Form.blank(), form));
        }
        return desk.record(
                me,
                reference,
                new IncidentEvent.RestrictionLifted(reason),
                form,
                "ended",
                "Saved",
                flash,
                f -> Pages.refused(PAGE, page(me, opened, Form.blank(), Form.blank(), f)));
    }

    private static String reason(Form form, String field, String empty) {
        var reason = form.required(field, empty);
        form.atMost(field, LONGEST, "The reason");
        return reason;
    }

    private RestrictionPage page(
            SignedIn me, Incidents.Opened opened, Form form, Form widenForm, Form endForm) {
        return new RestrictionPage(
                form,
                widenForm,
                endForm,
                desk.top(me, opened),
                readers(me, opened),
                new NeedToKnow(opened.incident())
                        .named().stream().map(desk.directory(me)::name).sorted().toList(),
                keptOut(me, opened));
    }

    private List<Choice> readers(SignedIn me, Incidents.Opened opened) {
        return choices(me, opened, byPost(opened.readers()));
    }

    private List<Choice> keptOut(SignedIn me, Incidents.Opened opened) {
        var kept = byPost(opened.sentTo());
        kept.removeAll(byPost(opened.readers()));
        kept.removeAll(opened.incident().returnsWaiting().keySet());
        return choices(me, opened, kept);
    }

    /// In alphabetical order, each with the post they read through.
    private List<Choice> choices(SignedIn me, Incidents.Opened opened, Set<String> people) {
        var directory = desk.directory(me);
        var pack = opened.edition().pack();
        return directory.everybody().stream()
                .filter(known -> people.contains(known.id()))
                .map(known ->
                        Choice.of(
                                known.id(),
                                known.name(),
                                opened.sentTo().stream()
                                        .filter(each -> each.person().equals(known.id()))
                                        .flatMap(each ->
                                                Stream.ofNullable(pack.roles().get(each.role())))
                                        .map(role -> role.label())
                                        .distinct()
                                        .collect(Collectors.joining(", "))))
                .toList();
    }

    private static Set<String> byPost(List<Reader> readers) {
        return readers.stream()
                .filter(each -> !each.byGlass())
                .map(Reader::person)
                .collect(Collectors.toSet());
    }
}
