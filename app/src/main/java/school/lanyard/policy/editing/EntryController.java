// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import school.lanyard.core.pack.Layers;
import school.lanyard.core.pack.edit.PackEdit;
import school.lanyard.core.pack.edit.Value;
import school.lanyard.policy.editing.DraftDesk.Outcome;
import school.lanyard.policy.editing.Target.Part;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.SummaryRow;

/// Changing one entry of a draft: a clause, a length of time, a role, a step and so on.
@Controller
public final class EntryController {

    static final String SEEN = "seen";

    private final DraftDesk desk;

    EntryController(DraftDesk desk) {
        this.desk = desk;
    }

    /// The form of an entry.
    ///
    /// @param theirs what somebody else changed meanwhile, beside what is typed here
    /// @param facts what a condition may ask, where the form has one
    /// @param ways that lead to a step and from it
    /// @param removal where to take it away; empty where that cannot be
    /// @param own whether the file is one of the draft's own, and not only the base's
    public record EntryPage(
            Form form,
            Sheet sheet,
            String action,
            String back,
            String seen,
            List<SummaryRow> theirs,
            List<SummaryRow> facts,
            List<DraftOverviewController.Place> ways,
            String removal,
            String file,
            boolean own) {}

    @MayCall(Caller.EDIT_POLICY)
    @GetMapping(Addresses.HOME + "/{part}/{key}")
    ModelAndView entry(@PathVariable String part, @PathVariable String key, SignedIn me) {
        return show(me, plain(part, key));
    }

    @MayCall(Caller.EDIT_POLICY)
    @PostMapping(Addresses.HOME + "/{part}/{key}")
    ModelAndView save(
            @PathVariable String part,
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            RedirectAttributes flash) {
        return save(me, plain(part, key), typed, flash);
    }

    @MayCall(Caller.EDIT_POLICY)
    @GetMapping(Addresses.IN_FILE + "/{key}")
    ModelAndView inFile(
            @PathVariable String folder,
            @PathVariable String file,
            @PathVariable String part,
            @PathVariable String key,
            SignedIn me) {
        return show(me, inFile(folder, file, part, key));
    }

    @MayCall(Caller.EDIT_POLICY)
    @PostMapping(Addresses.IN_FILE + "/{key}")
    ModelAndView saveInFile(
            @PathVariable String folder,
            @PathVariable String file,
            @PathVariable String part,
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            RedirectAttributes flash) {
        return save(me, inFile(folder, file, part, key), typed, flash);
    }

    private static Target plain(String part, String key) {
        return inFile("", "", part, key);
    }

    private static Target inFile(String folder, String file, String part, String key) {
        return Target.of(folder, file, part, key).orElseThrow(EntryController::missing);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private ModelAndView show(SignedIn me, Target target) {
        var open = desk.open(me);
        if (open.isEmpty()) {
            return Pages.to(Addresses.HOME);
        }
        var layers = open.get().layers();
        var sheet = new Sheets(layers).of(target).orElseThrow(EntryController::missing);
        return Pages.form(
                "editing/entry",
                page(layers, target, sheet, sheet.filled(), sheet.seen(), List.of()));
    }

    private ModelAndView save(
            SignedIn me,
            Target target,
            MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        var open = desk.open(me);
        if (open.isEmpty()) {
            return Pages.to(Addresses.HOME);
        }
        var layers = open.get().layers();
        var sheet = new Sheets(layers).of(target).orElseThrow(EntryController::missing);
        var form = Form.of(typed);
        if (!form.text(SEEN).equals(sheet.seen())) {
            return meanwhile(layers, target, sheet, form);
        }
        var is = sheet.read(form);
        if (form.refused()) {
            return refused(layers, target, sheet, form);
        }
        var outcome = desk.change(me, now -> written(now, target, sheet, is));
        return switch (outcome) {
            case Outcome.Saved _ -> Pages.to(target.list(), "Saved in the draft.", flash);
            case Outcome.Same _ -> Pages.to(target.list(), "Nothing was changed.", flash);
            case Outcome.Refused(var why) -> {
                form.reject(first(sheet), why);
                yield refused(layers, target, sheet, form);
            }
            case Outcome.Faulty(var faults, var after) -> {
                new Faulted(sheet, after).tell(form, faults);
                yield refused(layers, target, sheet, form);
            }
        };
    }

    private static String first(Sheet sheet) {
        return sheet.questions().getFirst().key();
    }

    /// Somebody may have saved between the two looks at the draft.
    private PackEdit.Result written(Layers now, Target target, Sheet sheet, Value.Entries is) {
        var same = new Sheets(now).of(target).filter(each -> each.seen().equals(sheet.seen()));
        return same.isEmpty()
                ? new PackEdit.Result.Refused(
                        sheet.file(), 1, "Somebody else has just changed this.", "Open it again.")
                : sheet.write(desk.packs(), now, is);
    }

    private ModelAndView refused(Layers layers, Target target, Sheet sheet, Form form) {
        return Pages.refused(
                "editing/entry", page(layers, target, sheet, form, form.text(SEEN), List.of()));
    }

    /// Neither text is overwritten: both are on the page, and the next save knows of both.
    private ModelAndView meanwhile(Layers layers, Target target, Sheet sheet, Form form) {
        var theirs = new ArrayList<SummaryRow>();
        for (var question : sheet.questions()) {
            var said = sheet.value().get(question.key());
            if (!Objects.equals(said, question.read(form, said, false))) {
                theirs.add(
                        SummaryRow.of(question.label(), said == null ? null : Sheets.words(said)));
            }
        }
        form.reject(
                first(sheet),
                "Somebody else changed this after you opened it. Compare the two before you save");
        return Pages.refused(
                "editing/entry", page(layers, target, sheet, form, sheet.seen(), theirs));
    }

    private static EntryPage page(
            Layers layers,
            Target target,
            Sheet sheet,
            Form form,
            String seen,
            List<SummaryRow> theirs) {
        return new EntryPage(
                form,
                sheet,
                target.address(),
                target.list(),
                seen,
                theirs,
                sheet.questions().stream().anyMatch(q -> q.kind() == Question.Kind.CONDITION)
                        ? Asked.of(layers, target)
                        : List.of(),
                target.part() == Part.STEPS
                        ? Book.of(new Offers(layers), target.file())
                                .ways(target.file(), target.key())
                        : List.of(),
                sheet.goes() ? target.address() + "/removal" : "",
                sheet.file().substring(sheet.file().indexOf('/') + 1),
                sheet.file().startsWith(layers.files().folder() + "/"));
    }
}
