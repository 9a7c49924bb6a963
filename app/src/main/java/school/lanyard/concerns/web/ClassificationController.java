// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
import school.lanyard.access.SignedIn;
import school.lanyard.concerns.IncidentEvent;
import school.lanyard.concerns.IncidentEvent.Classified;
import school.lanyard.concerns.Incidents;
import school.lanyard.core.pack.Category;
import school.lanyard.core.pack.Pack;
import school.lanyard.web.Choice;
import school.lanyard.web.ChoiceGroup;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// What kind of incident it is, in the pack's words, and which of the four Cs it belongs to.
@Controller
public class ClassificationController {

    /// The kinds of incident of the pack by group of people and area of risk, and the four Cs.
    public record ClassificationPage(
            Form form, CaseTop top, List<ChoiceGroup> kinds, List<Choice> risks) {}

    private static final String OTHER = "Anything else";

    private final Desk desk;

    ClassificationController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/incidents/" + TriageController.REFERENCE + "/classification")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView ask(SignedIn me, @PathVariable String reference) {
        var opened = desk.open(me, reference);
        return Pages.form("concerns/classification", page(me, opened, started(opened)));
    }

    @PostMapping("/incidents/" + TriageController.REFERENCE + "/classification")
    @MayCall(Caller.HANDLE_CASES)
    ModelAndView classify(
            SignedIn me,
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var opened = desk.open(me, reference);
        var pack = opened.edition().pack();
        var kind = form.chosen("kind", kinds(pack), "Choose the kind of incident").split("/", 2);
        var main = form.chosen("main", risks(pack), "Choose the main area of risk");
        if (form.refused()) {
            return Pages.refused("concerns/classification", page(me, opened, form));
        }
        return desk.record(
                me,
                reference,
                new IncidentEvent.Classified(kind[0], kind[1], ticked(form, main), main),
                form,
                "kind",
                "Saved",
                flash,
                f -> Pages.refused("concerns/classification", page(me, opened, f)));
    }

    /// The main area counts as ticked, whether or not it was.
    private static List<String> ticked(Form form, String main) {
        var risks = new ArrayList<>(form.all("risks"));
        if (!risks.contains(main)) {
            risks.addFirst(main);
        }
        return risks;
    }

    private static Form started(Incidents.Opened opened) {
        return opened.incident()
                .classification()
                .map(ClassificationController::form)
                .orElseGet(Form::blank);
    }

    private static Form form(Classified known) {
        return Form.blank()
                .with("kind", known.group() + "/" + known.category())
                .with("risks", known.risks().toArray(String[]::new))
                .with("main", known.mainRisk());
    }

    private ClassificationPage page(SignedIn me, Incidents.Opened opened, Form form) {
        var pack = opened.edition().pack();
        return new ClassificationPage(form, desk.top(me, opened), grouped(pack), risks(pack));
    }

    private static List<Choice> kinds(Pack pack) {
        return pack.categories().stream().map(ClassificationController::kind).toList();
    }

    private static Choice kind(Category category) {
        return Choice.of(category.group() + "/" + category.key(), category.label());
    }

    /// By the group whose incident it is, those with a grid first, and then by area of risk.
    private static List<ChoiceGroup> grouped(Pack pack) {
        return Stream.concat(
                        pack.responses().keySet().stream(),
                        pack.vocabulary().groups().keySet().stream())
                .distinct()
                .filter(group -> !pack.categoriesFor(group).isEmpty())
                .map(group ->
                        new ChoiceGroup(capital(pack.vocabulary().one(group)), sets(pack, group)))
                .toList();
    }

    private static List<ChoiceGroup.Set> sets(Pack pack, String group) {
        var sets = new LinkedHashMap<String, List<Choice>>();
        pack.risks().values().forEach(risk -> sets.put(risk.label(), new ArrayList<>()));
        sets.put(OTHER, new ArrayList<>());
        for (var category : pack.categoriesFor(group)) {
            sets.computeIfAbsent(area(pack, category), _ -> new ArrayList<>()).add(kind(category));
        }
        return sets.entrySet().stream()
                .filter(set -> !set.getValue().isEmpty())
                .map(set -> new ChoiceGroup.Set(set.getKey(), set.getValue()))
                .toList();
    }

    /// A kind that touches several areas stands under the first of them.
    private static String area(Pack pack, Category category) {
        return pack.risks().values().stream()
                .filter(risk -> category.risks().contains(risk.key()))
                .map(risk -> risk.label())
                .findFirst()
                .orElse(OTHER);
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static List<Choice> risks(Pack pack) {
        return pack.risks().values().stream()
                .map(risk -> Choice.of(risk.key(), risk.label(), risk.means()))
                .toList();
    }
}
