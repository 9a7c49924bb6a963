// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.core.pack.Fault;
import school.lanyard.core.pack.Layers;
import school.lanyard.core.pack.Section;
import school.lanyard.core.pack.Slug;
import school.lanyard.core.pack.edit.Value;
import school.lanyard.policy.editing.DraftDesk.Outcome;
import school.lanyard.policy.editing.Target.Part;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.SummaryRow;

/// Adding an entry to a draft.
@Controller
public final class AddController {

    static final String KEY = "key";

    private final DraftDesk desk;

    AddController(DraftDesk desk) {
        this.desk = desk;
    }

    /// An empty form for an entry to come.
    ///
    /// @param keyHint how its key is written; empty where it has none
    /// @param facts what a condition may ask, where the form has one
    public record NewPage(
            Form form,
            Sheet sheet,
            String title,
            String keyHint,
            List<SummaryRow> facts,
            String action,
            String back) {

        /// Whether its key may be left to the program, so that nobody meets it first.
        public boolean keyLast() {
            return sheet.target().part().section() == Section.PLAYBOOKS;
        }
    }

    @MayCall(Caller.EDIT_POLICY)
    @GetMapping(Addresses.HOME + "/{part}/new")
    ModelAndView blank(
            @PathVariable String part,
            @RequestParam(defaultValue = "") String heading,
            SignedIn me) {
        return blank(me, growing("", "", part), Form.blank().with("section", heading));
    }

    @MayCall(Caller.EDIT_POLICY)
    @GetMapping(Addresses.IN_FILE + "/new")
    ModelAndView blankInFile(
            @PathVariable String folder,
            @PathVariable String file,
            @PathVariable String part,
            SignedIn me) {
        return blank(me, growing(folder, file, part), Form.blank());
    }

    private ModelAndView blank(SignedIn me, Target sort, Form form) {
        var open = desk.open(me);
        return open.isEmpty()
                ? Pages.to(Addresses.HOME)
                : Pages.form("editing/new", page(open.get().layers(), sort, form));
    }

    @MayCall(Caller.EDIT_POLICY)
    @PostMapping(Addresses.HOME + "/{part}")
    ModelAndView add(
            @PathVariable String part,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            RedirectAttributes flash) {
        return add(me, growing("", "", part), Form.of(typed), flash);
    }

    @MayCall(Caller.EDIT_POLICY)
    @PostMapping(Addresses.IN_FILE)
    ModelAndView addInFile(
            @PathVariable String folder,
            @PathVariable String file,
            @PathVariable String part,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            RedirectAttributes flash) {
        var sort = growing(folder, file, part);
        return sort.part() == Part.ROWS
                ? addRow(me, sort, Form.of(typed), flash)
                : add(me, sort, Form.of(typed), flash);
    }

    private ModelAndView add(SignedIn me, Target sort, Form form, RedirectAttributes flash) {
        var open = desk.open(me);
        if (open.isEmpty()) {
            return Pages.to(Addresses.HOME);
        }
        var layers = open.get().layers();
        var sheet = sheet(layers, sort);
        var is = sheet.read(form);
        var addition = new Addition(desk.packs(), sort, is);
        var key = addition.key(form, layers);
        if (!form.refused()) {
            switch (desk.change(me, now -> addition.to(now, key))) {
                case Outcome.Saved _, Outcome.Same _ -> {
                    return Pages.to(sort.list(), "Added to the draft.", flash);
                }
                case Outcome.Refused(var why) -> form.reject(first(sort, sheet), why);
                case Outcome.Faulty(var faults, var after) ->
                        tell(form, faults, addition.at(key, after, sheet), after, key);
            }
        }
        return Pages.refused("editing/new", page(layers, sort, form));
    }

    private static String first(Target sort, Sheet sheet) {
        return sort.part().isRow() ? sheet.questions().getFirst().key() : KEY;
    }

    private static void tell(
            Form form, List<Fault> faults, Sheet placed, Layers after, String key) {
        for (var fault : faults) {
            if (fault.problem().startsWith(key + " is not written")) {
                form.reject(KEY, fault.problem() + " " + fault.mend());
            } else {
                new Faulted(placed, after).tell(form, List.of(fault));
            }
        }
    }

    private static Target growing(String folder, String file, String part) {
        return Target.of(folder, file, part, "")
                .filter(each -> each.part().grows())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Sheet sheet(Layers layers, Target sort) {
        if (sort.part().section().isFolder()
                && !layers.section(sort.part().section()).has(sort.file())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new Sheets(layers).blank(sort.part(), sort.file());
    }

    private static NewPage page(Layers layers, Target sort, Form form) {
        var sheet = sheet(layers, sort);
        return new NewPage(
                form,
                sheet,
                title(sort.part()),
                keyHint(sort.part()),
                sheet.questions().stream().anyMatch(q -> q.kind() == Question.Kind.CONDITION)
                        ? Asked.of(layers, sort)
                        : List.of(),
                sort.all(),
                sort.list());
    }

    static String title(Part part) {
        return switch (part) {
            case CLAUSES -> "Add a clause";
            case HEADINGS -> "Add a heading";
            case INTERVALS -> "Add a length of time";
            case ROLES -> "Add a role";
            case CONTACTS -> "Add a contact";
            case ROUTING -> "Add a way for concerns";
            case MARKS -> "Add a mark";
            case RISKS -> "Add an area of risk";
            case CATEGORIES, RESPONSES -> "Add a kind of incident";
            case STEPS -> "Add a step";
            case EDGES -> "Add a way from step to step";
            case BARS -> "Add a bar";
            case CLOSING -> "Add what closing needs";
            default -> "Add a word";
        };
    }

    private static String keyHint(Part part) {
        return switch (part) {
            case CLAUSES ->
                    "Capital letters, a hyphen and a number, such as AB-101. Records refer to it,"
                            + " so it never changes";
            case ROWS, RESPONSES -> "";
            case STEPS, EDGES, BARS, CLOSING ->
                    "Small letters, digits and hyphens. Made from the words where you leave it"
                            + " empty. Records refer to it, so it never changes";
            default ->
                    "Small letters, digits and hyphens. Records refer to it, so it never changes";
        };
    }

    private ModelAndView addRow(SignedIn me, Target sort, Form form, RedirectAttributes flash) {
        var label = form.text("row");
        if (label.isEmpty() || Slug.of(label).isEmpty()) {
            return Pages.to(sort.list(), "No row was added: it had no words.", flash);
        }
        var addition =
                new Addition(desk.packs(), sort, Value.Entries.NONE.with("row", Value.text(label)));
        var outcome = desk.change(me, now -> addition.to(now, ""));
        return Pages.to(sort.list(), said(outcome, "The row was added. Choose its marks."), flash);
    }

    private static String said(Outcome outcome, String done) {
        return switch (outcome) {
            case Outcome.Saved _ -> done;
            case Outcome.Same _ -> "Nothing was changed.";
            case Outcome.Refused(var why) -> why;
            case Outcome.Faulty(var faults, _) ->
                    "Nothing was changed. " + Faulted.words(faults.getFirst());
        };
    }
}
