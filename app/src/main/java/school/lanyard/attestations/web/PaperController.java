// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations.web;

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
import school.lanyard.attestations.Attestation;
import school.lanyard.attestations.Attestations;
import school.lanyard.attestations.Outcome;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// Recording copies that came back on paper, many at once.
@Controller
public class PaperController {

    private static final String PAGE = "attestations/paper";

    private final Office office;
    private final Attestations attestations;

    PaperController(Office office, Attestations attestations) {
        this.office = office;
        this.attestations = attestations;
    }

    /// Those whose copies may have come back.
    ///
    /// @param mark of the text in force, which stands on the printed copies
    public record PaperPage(
            Form form, String title, String address, List<Choice> people, String mark) {}

    @GetMapping(Office.ONE + "/paper")
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.ISSUE_REPORTS})
    ModelAndView ask(SignedIn me, @PathVariable String agreement) {
        return Pages.form(PAGE, page(me, agreement, Form.blank().with("signed", office.today())));
    }

    @PostMapping(Office.ONE + "/paper")
    @MayCall({Caller.ADMINISTER, Caller.APPOINT_PEOPLE, Caller.ISSUE_REPORTS})
    ModelAndView record(
            SignedIn me,
            @PathVariable String agreement,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var page = page(me, agreement, form);
        var day = form.date("signed", "The day on the paper");
        var people = form.all("person");
        if (day != null && day.isAfter(office.today())) {
            form.reject("signed", "The day on the paper must be today or in the past");
        }
        if (people.isEmpty()) {
            form.reject("person", "Choose whose copies you have");
        }
        if (form.refused() || day == null) {
            return Pages.refused(PAGE, page);
        }
        if (attestations.recordPaper(me.schoolId(), me.personId(), agreement, people, day)
                instanceof Outcome.Refused(var why)) {
            form.reject("signed", why);
            return Pages.refused(PAGE, page);
        }
        return Pages.to(
                Office.ADDRESS + "/" + agreement,
                people.size() == 1
                        ? "1 paper copy is recorded."
                        : people.size() + " paper copies are recorded.",
                flash);
    }

    private PaperPage page(SignedIn me, String agreement, Form form) {
        var sheet = office.sheet(me, agreement, Attestation.Form.SIGNED);
        return new PaperPage(
                form,
                sheet.agreement().title(),
                Office.ADDRESS + "/" + agreement,
                sheet.waiting().stream()
                        .map(line ->
                                Choice.of(line.person().id(), line.person().name(), line.place()))
                        .toList(),
                TextView.mark(sheet.agreement().hash()));
    }
}
