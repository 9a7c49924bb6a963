// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import gg.jte.Content;
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
import school.lanyard.concerns.Concern.Answer;
import school.lanyard.concerns.Concerns;
import school.lanyard.concerns.Outcome;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// A concern that needs no incident is answered: what was decided and why, and who was told.
@Controller
public class AnswerController {

    static final int LONGEST = 5_000;

    private static final List<Choice> YES_OR_NO =
            List.of(Choice.of("yes", "Yes"), Choice.of("no", "No"));

    public record AnswerPage(Form form, String reference, boolean atRiskNow) {

        public String concern() {
            return "/concerns/" + reference;
        }

        public int longest() {
            return LONGEST;
        }

        /// Each answer asks for what belongs to it.
        public List<Choice> reporter(Content said, Content whyNot) {
            return List.of(
                    YES_OR_NO.getFirst().revealing(said), YES_OR_NO.getLast().revealing(whyNot));
        }
    }

    private final Concerns concerns;
    private final Desk desk;

    AnswerController(Concerns concerns, Desk desk) {
        this.concerns = concerns;
        this.desk = desk;
    }

    @GetMapping("/concerns/" + TriageController.REFERENCE + "/answer")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView ask(SignedIn me, @PathVariable String reference) {
        return Pages.form("concerns/answer", page(me, reference, Form.blank()));
    }

    @PostMapping("/concerns/" + TriageController.REFERENCE + "/answer")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView answer(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var answer = read(form);
        if (form.refused()) {
            return Pages.refused("concerns/answer", page(me, reference, form));
        }
        var viewer = desk.viewer(me);
        return switch (concerns.answer(viewer, reference, answer, Desk.token(form), desk.now())) {
            case Outcome.Recorded _ ->
                    Pages.to(
                            "/concerns/" + reference,
                            "Recorded. The concern has left the queue.",
                            flash);
            case Outcome.Refused(var why) ->
                    Pages.refused(
                            "concerns/answer", page(me, reference, form.reject("decision", why)));
            case Outcome.NotFound _ -> throw Desk.notFound();
        };
    }

    private static Answer read(Form form) {
        form.required("decision", "Say what you decided, and why");
        var decision = form.atMost("decision", LONGEST, "What you decided");
        form.required("told", "Say who was told. Write “nobody” if nobody was");
        var told = form.atMost("told", LONGEST, "Who was told");
        var reporterTold =
                form.chosen("reporter", YES_OR_NO, "Say whether the reporter was told")
                        .equals("yes");
        var field = reporterTold ? "said" : "why-not";
        if (form.has("reporter")) {
            form.required(
                    field,
                    reporterTold
                            ? "Say what the reporter was told"
                            : "Say why the reporter was not told");
        }
        return new Answer(
                decision, told, reporterTold, form.atMost(field, LONGEST, "What you wrote"));
    }

    private AnswerPage page(SignedIn me, String reference, Form form) {
        var concern = Desk.found(concerns.open(desk.viewer(me), reference, desk.now()));
        if (concern.inIncident() || (concern.concern().answered() != null && !form.refused())) {
            throw Desk.notFound();
        }
        return new AnswerPage(form, reference, concern.row().atRiskNow());
    }
}
