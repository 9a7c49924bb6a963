// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.concerns.Exhibit;
import school.lanyard.concerns.IncidentEvent.ExhibitDisposalAsked;
import school.lanyard.concerns.IncidentEvent.ExhibitDisposalDecided;
import school.lanyard.web.Form;

/// Disposes of a piece of evidence, once two people agree.
@Controller
public class ExhibitDisposalController {

    private static final String ONE = ExhibitPages.ONE;
    private static final int LINE = 200;
    private static final int LIMIT = 2_000;

    private final ExhibitPages pages;
    private final Desk desk;

    ExhibitDisposalController(ExhibitPages pages, Desk desk) {
        this.pages = pages;
        this.desk = desk;
    }

    @PostMapping(ONE + "/disposal")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView dispose(
            SignedIn me,
            @PathVariable String reference,
            @PathVariable String exhibit,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var opened = desk.open(me, reference);
        Desk.found(Exhibit.of(opened.incident(), exhibit));
        var why = form.required("why", "Say what was advised, or why it goes");
        form.atMost("why", LIMIT, "What you wrote");
        form.atMost("police", LINE, "The reference");
        if (form.refused()) {
            return pages.refused(me, opened, exhibit, form);
        }
        return desk.record(
                me,
                reference,
                new ExhibitDisposalAsked(exhibit, form.text("police"), why),
                form,
                "why",
                "Saved",
                flash,
                f -> pages.refused(me, opened, exhibit, f));
    }

    @PostMapping(ONE + "/disposal/decision")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView decide(
            SignedIn me,
            @PathVariable String reference,
            @PathVariable String exhibit,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var opened = desk.open(me, reference);
        Desk.found(Exhibit.of(opened.incident(), exhibit));
        var decision =
                form.chosen("decision", ReadersController.DECISIONS, "Choose whether you agree");
        form.atMost("why", LIMIT, "What you wrote");
        if (form.refused()) {
            return pages.refused(me, opened, exhibit, form);
        }
        return desk.record(
                me,
                reference,
                new ExhibitDisposalDecided(exhibit, decision.equals("agree"), form.text("why")),
                form,
                "why",
                "Saved",
                flash,
                f -> pages.refused(me, opened, exhibit, f));
    }
}
