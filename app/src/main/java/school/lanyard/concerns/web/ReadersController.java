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

    public record ReadersPage(
            Form form,
            Form liftForm,
            String reference,
            List<SummaryRow> readers,
            List<Choice> posts,
            List<Choice> shutOut,
            List<Asked> asked,
            List<String> named) {}

    /// Somebody's return that waits for a second person.
    ///
    /// @param mine whether the viewer may decide it
    public record Asked(
            String person, String what, String reason, String by, String at, boolean mine) {}

    public static final List<Choice> DECISIONS =
            List.of(Choice.of("agree", "I agree"), Choice.of("refuse", "I do not agree"));

    private final Desk desk;

    ReadersController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/incidents/" + TriageController.REFERENCE + "/readers")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView readers(SignedIn me, @PathVariable String reference) {
        return Pages.form(
                "concerns/readers", page(me, desk.open(me, reference), Form.blank(), Form.blank()));
    }

    @PostMapping("/incidents/" + TriageController.REFERENCE + "/readers")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView open(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var opened = desk.open(me, reference);
        var role = form.chosen("role", posts(opened), "Choose a post");
        var reason = form.required("reason", "Say why this post needs to read it");
        if (form.refused()) {
            return Pages.refused("concerns/readers", page(me, opened, form, Form.blank()));
        }
        return desk.record(
                me,
                reference,
                new IncidentEvent.OpenedToPost(role, reason),
                form,
                "role",
                "Opened to that post",
                flash,
                f -> Pages.refused("concerns/readers", page(me, opened, f, Form.blank())));
    }

    @PostMapping("/incidents/" + TriageController.REFERENCE + "/lifted-bars")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView lift(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var opened = desk.open(me, reference);
        var person = form.chosen("person", shutOut(me, opened), "Choose a person");
        var how = form.required("how", "Say how you know that it is not them");
        if (form.refused()) {
            return Pages.refused("concerns/readers", page(me, opened, Form.blank(), form));
        }
        return desk.record(
                me,
                reference,
                new IncidentEvent.BarLifted(person, how),
                form,
                "person",
                "Saved",
                flash,
                f -> Pages.refused("concerns/readers", page(me, opened, Form.blank(), f)));
    }

    @PostMapping("/incidents/" + TriageController.REFERENCE + "/returns")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView decide(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var opened = desk.open(me, reference);
        var person = form.text("returning");
        if (!opened.incident().returnsWaiting().containsKey(person)) {
            throw Desk.notFound();
        }
        var decision = form.chosen("decision-" + person, DECISIONS, "Choose whether you agree");
        var event =
                new IncidentEvent.ReturnDecided(
                        person, decision.equals("agree"), form.text("why-" + person));
        if (form.refused()) {
            return Pages.refused("concerns/readers", page(me, opened, form, Form.blank()));
        }
        return desk.record(
                me,
                reference,
                event,
                form,
                "why-" + person,
                "Saved",
                flash,
                f -> Pages.refused("concerns/readers", page(me, opened, f, Form.blank())));
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
                mayDecide(me, happening));
    }

    /// Whether this person may be the second one for what somebody asked.
    static boolean mayDecide(SignedIn me, Happening asked) {
        return me.can(Capability.APPROVE_ACCESS) && !me.personId().equals(asked.by());
    }

    private ReadersPage page(SignedIn me, Incidents.Opened opened, Form form, Form liftForm) {
        return new ReadersPage(
                form,
                liftForm,
                opened.file().reference(),
                Readers.rows(opened.readers(), opened.edition().pack(), desk.directory(me)),
                posts(opened),
                shutOut(me, opened),
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
