// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

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
import school.lanyard.concerns.IncidentEvent.Weighed;
import school.lanyard.concerns.Incidents;
import school.lanyard.core.playbook.Step;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// What is done about an incident for which the policy has no table of responses: weighed, and in
/// proportion.
@Controller
public class ProportionController {

    private static final String PATH = "/incidents/" + TriageController.REFERENCE + "/proportion";
    private static final String PAGE = "concerns/proportion";
    private static final int LONGEST = 5000;

    /// The key of a need in a playbook whose record says why a response is in proportion.
    private static final String NEED = "proportion";

    /// The form.
    ///
    /// @param kind of incident, in the policy's words
    public record ProportionPage(Form form, CaseTop top, String kind, boolean gridded) {}

    private final Desk desk;

    ProportionController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping(PATH)
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView ask(SignedIn me, @PathVariable String reference) {
        return Pages.form(PAGE, page(me, desk.open(me, reference), Form.blank()));
    }

    @PostMapping(PATH)
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView weigh(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var opened = desk.open(me, reference);
        var weighed =
                new Weighed(
                        answer(form, "circumstances", "Write what the circumstances were"),
                        answer(form, "seriousness", "Write how serious it was"),
                        answer(form, "response", "Write what is done about it"),
                        answer(form, "why", "Say why that is in proportion"));
        if (form.refused()) {
            return Pages.refused(PAGE, page(me, opened, form));
        }
        return desk.record(
                me,
                reference,
                weighed,
                form,
                "response",
                "Saved",
                flash,
                f -> Pages.refused(PAGE, page(me, opened, f)));
    }

    private static String answer(Form form, String field, String empty) {
        var answer = form.required(field, empty);
        form.atMost(field, LONGEST, "The answer");
        return answer;
    }

    /// Whether nothing else asks for it: neither a table of responses nor the playbook.
    static boolean isAsked(Incidents.Opened opened) {
        return opened.incident().classification().isPresent()
                && Actions.grid(opened.edition().pack(), opened.incident()).isEmpty()
                && opened.playbook().steps().stream().noneMatch(step -> asks(opened, step))
                && opened.incident().history().stream()
                        .noneMatch(each -> each.event() instanceof Weighed);
    }

    /// Whether a step that can come up in this case asks for it.
    private static boolean asks(Incidents.Opened opened, Step step) {
        return step.card().needs().stream().anyMatch(need -> need.key().equals(NEED))
                && !opened.progress().notApplicable().contains(step.key());
    }

    private ProportionPage page(SignedIn me, Incidents.Opened opened, Form form) {
        var words = Words.of(opened, desk.directory(me));
        return new ProportionPage(
                form,
                desk.top(me, opened),
                opened.incident().classification().map(words::categoryLabel).orElse(""),
                Actions.grid(opened.edition().pack(), opened.incident()).isPresent());
    }
}
