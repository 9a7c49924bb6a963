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
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.concerns.Incidents;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// The chronology of an incident: everything written and done, in order, on a page and as a
/// document fit to be handed over.
@Controller
public class ChronologyController {

    private static final String PATH = "/incidents/" + TriageController.REFERENCE + "/chronology";
    private static final String NOTES = "private-notes";

    public static final List<Choice> ANNEX =
            List.of(
                    Choice.of(
                            NOTES,
                            "Include the handlers’ private notes",
                            "Leave this empty unless whoever it is for is entitled to them."));

    private final Incidents incidents;
    private final Chronologies chronologies;
    private final ChronologyPaper paper;
    private final Desk desk;

    ChronologyController(
            Incidents incidents, Chronologies chronologies, ChronologyPaper paper, Desk desk) {
        this.incidents = incidents;
        this.chronologies = chronologies;
        this.paper = paper;
        this.desk = desk;
    }

    @GetMapping(PATH)
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView chronology(SignedIn me, @PathVariable String reference) {
        return Pages.of("concerns/chronology", page(me, reference, Form.blank()));
    }

    /// Somebody who follows the document's address is asked first whom it is for.
    @GetMapping(PATH + ".pdf")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView ask(SignedIn me, @PathVariable String reference) {
        if (!incidents.mayRead(desk.viewer(me), reference)) {
            throw Desk.notFound();
        }
        return Pages.to("/incidents/" + reference + "/chronology");
    }

    @PostMapping(PATH + ".pdf")
    @MayCall(Caller.HANDLE_CASES)
    Object export(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed) {
        var form = Form.of(typed);
        var recipient = ChronologyPaper.recipient(form);
        if (form.refused()) {
            return Pages.refused("concerns/chronology", page(me, reference, form));
        }
        var now = desk.now();
        var withNotes = form.all("annex").contains(NOTES);
        var opened =
                Desk.found(incidents.export(desk.viewer(me), reference, recipient, withNotes, now));
        var page = chronologies.page(me, opened, Form.blank(), recipient, withNotes, now);
        return paper.of(
                me, "concerns/chronologyPdf", page, "chronology-" + reference + ".pdf", now);
    }

    private ChronologyPage page(SignedIn me, String reference, Form form) {
        var now = desk.now();
        var opened =
                Desk.found(
                        incidents.open(
                                desk.viewer(me), reference, "incident.chronology-read", now));
        return chronologies.page(me, opened, form, "", false, now);
    }
}
