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
import school.lanyard.core.pack.Capability;
import school.lanyard.core.pack.Role;
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
    /// @param forms what was typed into each of the page's forms
    /// @param named in alphabetical order; empty where it is not restricted
    /// @param leads posts that lead safeguarding and read it in spite of a restriction
    public record RestrictionPage(
            Forms forms,
            CaseTop top,
            List<Choice> readers,
            List<String> named,
            List<Choice> keptOut,
            List<Choice> leads) {}

    /// What was typed, and what is wrong with it.
    ///
    /// @param narrow to restrict it
    /// @param widen to let somebody in
    /// @param lead to leave out a post that leads safeguarding
    /// @param end to end it
    public record Forms(Form narrow, Form widen, Form lead, Form end) {

        static Forms blank() {
            return new Forms(Form.blank(), Form.blank(), Form.blank(), Form.blank());
        }

        Forms narrowed(Form typed) {
            return new Forms(typed, widen, lead, end);
        }

        Forms widened(Form typed) {
            return new Forms(narrow, typed, lead, end);
        }

        Forms led(Form typed) {
            return new Forms(narrow, widen, typed, end);
        }

        Forms ended(Form typed) {
            return new Forms(narrow, widen, lead, typed);
        }

        /// The form to be mended.
        public Form refused() {
            return Stream.of(narrow, widen, lead).filter(Form::refused).findFirst().orElse(end);
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
        return Pages.form(PAGE, page(me, opened, Forms.blank()));
    }

    @PostMapping(INCIDENT + "/restriction")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView restrict(
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
                                PAGE,
                                (opened, form) -> page(me, opened, Forms.blank().narrowed(form)),
                                "people",
                                (opened, form) -> restricted(form, readers(me, opened)))
                        .saying("Restricted"));
    }

    private static IncidentEvent restricted(Form form, List<Choice> readers) {
        var people =
                form.all("people").stream()
                        .filter(chosen ->
                                readers.stream().anyMatch(each -> each.value().equals(chosen)))
                        .distinct()
                        .sorted()
                        .toList();
        if (people.isEmpty()) {
            form.reject("people", "Choose who may read it");
        }
        return new IncidentEvent.Restricted(
                people, reason(form, "reason", "Say why fewer people may read it"));
    }

    @PostMapping(INCIDENT + "/restriction/readers")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView widen(
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
                        PAGE,
                        (opened, form) -> page(me, opened, Forms.blank().widened(form)),
                        "person",
                        (opened, form) ->
                                new IncidentEvent.RestrictionWidened(
                                        form.chosen(
                                                "person", keptOut(me, opened), "Choose a person"),
                                        reason(form, "why", "Say why they need to read it"))));
    }

    @PostMapping(INCIDENT + "/restriction/leads")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView leaveOut(
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
                        PAGE,
                        (opened, form) -> page(me, opened, Forms.blank().led(form)),
                        "lead",
                        (opened, form) ->
                                new IncidentEvent.LeadLeftOut(
                                        form.chosen("lead", leadChoices(opened), "Choose a post"),
                                        reason(form, "must", "Say why they must not read it"))));
    }

    @PostMapping(INCIDENT + "/restriction/end")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView end(
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
                        PAGE,
                        (opened, form) -> page(me, opened, Forms.blank().ended(form)),
                        "ended",
                        (_, form) ->
                                new IncidentEvent.RestrictionLifted(
                                        reason(
                                                form,
                                                "ended",
                                                "Say why it need not be restricted now"))));
    }

    private static String reason(Form form, String field, String empty) {
        var reason = form.required(field, empty);
        form.atMost(field, LONGEST, "The reason");
        return reason;
    }

    private RestrictionPage page(SignedIn me, Incidents.Opened opened, Forms forms) {
        return new RestrictionPage(
                forms,
                desk.top(me, opened),
                readers(me, opened),
                new NeedToKnow(opened.incident())
                        .named().stream().map(desk.directory(me)::name).sorted().toList(),
                keptOut(me, opened),
                leadChoices(opened));
    }

    private static List<Choice> leadChoices(Incidents.Opened opened) {
        return leads(opened).stream()
                .filter(role -> !opened.incident().returnsWaiting().containsKey(role.key()))
                .map(role -> Choice.of(role.key(), role.label()))
                .toList();
    }

    /// The posts that read it though it is restricted, or would.
    private static List<Role> leads(Incidents.Opened opened) {
        var known = new NeedToKnow(opened.incident());
        return opened.edition().pack().rolesThatCan(Capability.RECORD_VIEWINGS).stream()
                .filter(role -> !known.isRestricted() || known.posts().contains(role.key()))
                .toList();
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
                                        .map(role ->
                                                leads(opened).contains(role)
                                                        ? role.label()
                                                                + ". Goes on reading it, ticked or not"
                                                        : role.label())
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
