// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

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
import school.lanyard.concerns.Happening;
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.concerns.Incidents;
import school.lanyard.concerns.NeedToKnow;
import school.lanyard.core.pack.Capability;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.SummaryRow;
import school.lanyard.web.Times;

/// Who may read an incident and why: the one page that explains it. From here it is opened to one
/// more post, or to somebody shut out by a like name, or restricted.
@Controller
public class ReadersController {

    /// Who reads it, and whom that may be changed for.
    ///
    /// @param shutOut whom a report may mean
    /// @param meanwhile whoever is named, and would read it once they take a post that reads cases
    public record ReadersPage(
            Form form,
            Form liftForm,
            String reference,
            List<SummaryRow> readers,
            List<Choice> posts,
            List<Choice> shutOut,
            List<String> meanwhile,
            List<Asked> asked,
            List<String> named) {}

    /// Somebody's return that waits for a second person.
    ///
    /// @param mine whether the viewer may decide it
    /// @param leavesOut whether it would leave out whoever leads safeguarding
    public record Asked(
            String person,
            String what,
            String reason,
            String by,
            String at,
            boolean mine,
            boolean leavesOut) {}

    public static final List<Choice> DECISIONS =
            List.of(Choice.of("agree", "I agree"), Choice.of("refuse", "I do not agree"));

    private static final String PAGE = "concerns/readers";

    private final Desk desk;

    ReadersController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/incidents/" + TriageController.REFERENCE + "/readers")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView readers(SignedIn me, @PathVariable String reference) {
        return Pages.form(PAGE, page(me, desk.open(me, reference), Form.blank(), Form.blank()));
    }

    @PostMapping("/incidents/" + TriageController.REFERENCE + "/readers")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView open(
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
                                (opened, form) -> page(me, opened, form, Form.blank()),
                                "role",
                                (opened, form) ->
                                        new IncidentEvent.OpenedToPost(
                                                form.chosen("role", posts(opened), "Choose a post"),
                                                form.required(
                                                        "reason",
                                                        "Say why this post needs to read it")))
                        .saying("Opened to that post"));
    }

    @PostMapping("/incidents/" + TriageController.REFERENCE + "/lifted-bars")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView lift(
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
                        (opened, form) -> page(me, opened, Form.blank(), form),
                        "person",
                        (opened, form) ->
                                new IncidentEvent.BarLifted(
                                        form.chosen(
                                                "person", shutOut(me, opened), "Choose a person"),
                                        form.required(
                                                "how", "Say how you know that it is not them"))));
    }

    @PostMapping("/incidents/" + TriageController.REFERENCE + "/returns")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView decide(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var person = Form.of(typed).text("returning");
        return desk.take(
                me,
                reference,
                typed,
                flash,
                CaseForm.of(
                        PAGE,
                        (opened, form) -> page(me, opened, form, Form.blank()),
                        "why-" + person,
                        (opened, form) -> decided(opened, form, person)));
    }

    private static IncidentEvent decided(Incidents.Opened opened, Form form, String person) {
        if (!opened.incident().returnsWaiting().containsKey(person)) {
            throw Desk.notFound();
        }
        var decision = form.chosen("decision-" + person, DECISIONS, "Choose whether you agree");
        return new IncidentEvent.ReturnDecided(
                person, decision.equals("agree"), form.text("why-" + person));
    }

    private static List<Asked> asked(SignedIn me, Incidents.Opened opened, Words words) {
        return opened.incident().returnsWaiting().values().stream()
                .map(happening -> asked(me, happening, words))
                .toList();
    }

    private static Asked asked(SignedIn me, Happening happening, Words words) {
        var line = words.line(happening);
        return new Asked(
                ((IncidentEvent.ReturnAsked) happening.event()).person(),
                line.title(),
                String.join(" ", line.details()),
                words.directory().name(happening.by()),
                Times.dayAndTime(happening.at()),
                mayDecide(me, happening),
                leavesOut(happening));
    }

    /// Whether this person may be the second one for what somebody asked.
    static boolean mayDecide(SignedIn me, Happening asked) {
        return me.can(Capability.APPROVE_ACCESS)
                && !me.personId().equals(asked.by())
                && (!leavesOut(asked) || me.can(Capability.APPOINT_PEOPLE));
    }

    /// Whether it was asked to leave out whoever leads safeguarding.
    static boolean leavesOut(Happening asked) {
        return asked.event() instanceof IncidentEvent.ReturnAsked returned
                && returned.way() == IncidentEvent.ReturnAsked.Way.LEAD;
    }

    private ReadersPage page(SignedIn me, Incidents.Opened opened, Form form, Form liftForm) {
        return new ReadersPage(
                form,
                liftForm,
                opened.file().reference(),
                Readers.rows(opened.readers(), opened.edition().pack(), desk.directory(me)),
                posts(opened),
                shutOut(me, opened),
                new NeedToKnow(opened.incident())
                        .shutOut().stream().map(desk.directory(me)::name).sorted().toList(),
                asked(me, opened, Words.of(opened, desk.directory(me))),
                new NeedToKnow(opened.incident())
                        .named().stream().map(desk.directory(me)::name).sorted().toList());
    }

    private static List<Choice> posts(Incidents.Opened opened) {
        var reading = opened.readers().stream().map(reader -> reader.role()).toList();
        return opened.edition().pack().rolesThatCan(Capability.HANDLE_CASES).stream()
                .filter(role -> !reading.contains(role.key()))
                .map(role -> Choice.of(role.key(), role.label()))
                .toList();
    }

    private List<Choice> shutOut(SignedIn me, Incidents.Opened opened) {
        return opened.barred().stream()
                .filter(person -> !opened.incident().returnsWaiting().containsKey(person))
                .filter(person -> !opened.incident().isAbout(person))
                .map(person -> Choice.of(person, desk.directory(me).name(person)))
                .toList();
    }
}
