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
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.concerns.Incidents;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// That everybody is safe again, where a later concern said that somebody was at risk.
@Controller
public class SafetyController {

    private static final int LIMIT = 10_000;

    /// The record that everybody is safe.
    ///
    /// @param atRisk whether there is anybody to be made safe
    public record SafetyPage(Form form, CaseTop top, boolean atRisk) {}

    private static final Desk.Box HOW =
            new Desk.Box(
                    "how",
                    "Say how you know that everybody is safe",
                    "What you wrote",
                    LIMIT,
                    "Saved");

    private final Desk desk;

    SafetyController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/incidents/" + TriageController.REFERENCE + "/safety")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView ask(SignedIn me, @PathVariable String reference) {
        return Pages.form("concerns/safety", page(me, desk.open(me, reference), Form.blank()));
    }

    @PostMapping("/incidents/" + TriageController.REFERENCE + "/safety")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView record(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        return desk.written(
                me,
                reference,
                HOW,
                Form.of(typed),
                IncidentEvent.MadeSafe::new,
                flash,
                (opened, form) -> Pages.refused("concerns/safety", page(me, opened, form)));
    }

    private SafetyPage page(SignedIn me, Incidents.Opened opened, Form form) {
        return new SafetyPage(form, desk.top(me, opened), opened.standing().somebodyAtRisk());
    }
}
