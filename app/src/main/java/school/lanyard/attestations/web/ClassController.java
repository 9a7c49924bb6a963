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
import school.lanyard.attestations.Progress;
import school.lanyard.attestations.Standing;
import school.lanyard.web.Card;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// A class that agrees to its rules together: the rules with their pictures, to be shown and talked
/// about, and then who agreed, which the teacher records.
@Controller
public class ClassController {

    static final String ADDRESS = "/class-agreements";

    private static final String ONE = ADDRESS + "/{agreement:[a-z][a-z0-9-]*}";
    private static final String PAGE = "attestations/class";

    private final Office office;
    private final Attestations attestations;

    ClassController(Office office, Attestations attestations) {
        this.office = office;
        this.attestations = attestations;
    }

    /// The texts that classes agree to, each with the classes.
    public record ListPage(List<Rules> rules) {}

    public record Rules(String title, List<Card> classes) {}

    public record ClassPage(
            Form form, String address, String className, TextView text, List<Choice> children) {}

    @GetMapping(ADDRESS)
    @MayCall(Caller.STAFF)
    ModelAndView list(SignedIn me) {
        return Pages.of(
                "attestations/classes",
                new ListPage(
                        office.sheets(me).stream()
                                .filter(sheet -> sheet.form() == Attestation.Form.CLASS)
                                .map(ClassController::rules)
                                .toList()));
    }

    private static Rules rules(Progress.Sheet sheet) {
        return new Rules(
                sheet.agreement().title(),
                sheet.lines().stream()
                        .map(Progress.Line::place)
                        .distinct()
                        .map(place -> card(sheet, place))
                        .toList());
    }

    private static Card card(Progress.Sheet sheet, String place) {
        var all = sheet.lines().stream().filter(line -> line.place().equals(place)).toList();
        var agreed = all.stream().filter(line -> line.standing().signed()).count();
        return Card.of(
                ADDRESS
                        + "/"
                        + sheet.agreement().key()
                        + "?class="
                        + java.net.URLEncoder.encode(
                                place, java.nio.charset.StandardCharsets.UTF_8),
                place,
                agreed + " of " + all.size() + " children have agreed");
    }

    @GetMapping(ONE)
    @MayCall(Caller.STAFF)
    ModelAndView show(
            SignedIn me,
            @PathVariable String agreement,
            @RequestParam(name = "class", defaultValue = "") String className) {
        var lines = lines(me, agreement, className);
        var waiting =
                lines.stream()
                        .filter(line -> !line.standing().signed())
                        .map(line -> line.person().id())
                        .toArray(String[]::new);
        return Pages.form(
                PAGE, page(me, agreement, className, lines, Form.blank().with("child", waiting)));
    }

    @PostMapping(ONE)
    @MayCall(Caller.STAFF)
    ModelAndView record(
            SignedIn me,
            @PathVariable String agreement,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var className = form.text("class");
        var lines = lines(me, agreement, className);
        var outcome =
                attestations.recordClass(
                        me.schoolId(), me.personId(), agreement, className, form.all("child"));
        if (outcome instanceof Outcome.Refused(var why)) {
            form.reject("child", why);
            return Pages.refused(PAGE, page(me, agreement, className, lines, form));
        }
        return Pages.to(ADDRESS, "Recorded. Thank you.", flash);
    }

    private List<Progress.Line> lines(SignedIn me, String agreement, String className) {
        return office.sheet(me, agreement, Attestation.Form.CLASS).lines().stream()
                .filter(line -> line.place().equals(className))
                .toList();
    }

    private ClassPage page(
            SignedIn me, String agreement, String className, List<Progress.Line> lines, Form form) {
        return new ClassPage(
                form,
                ADDRESS + "/" + agreement,
                className,
                TextView.of(office.text(me, agreement), office.pack(me).edition()),
                lines.stream()
                        .map(line ->
                                line.standing() instanceof Standing.Signed
                                        ? Choice.of(
                                                line.person().id(),
                                                line.person().name(),
                                                Office.state(
                                                        line.standing(), Attestation.Form.CLASS))
                                        : Choice.of(line.person().id(), line.person().name()))
                        .toList());
    }
}
