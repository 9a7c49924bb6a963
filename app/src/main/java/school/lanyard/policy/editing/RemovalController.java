// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.core.pack.Layers;
import school.lanyard.core.pack.Section;
import school.lanyard.core.pack.edit.PackEdit;
import school.lanyard.core.pack.edit.Path;
import school.lanyard.policy.editing.DraftDesk.Outcome;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// Taking an entry out of a draft.
@Controller
public final class RemovalController {

    private static final String REMOVAL = "removal";

    private final DraftDesk desk;

    RemovalController(DraftDesk desk) {
        this.desk = desk;
    }

    /// What is about to be taken away.
    ///
    /// @param words what it says
    /// @param with what else changes when it goes, in words
    public record RemovalPage(
            Form form, String title, String words, List<String> with, String action, String back) {}

    @MayCall(Caller.EDIT_POLICY)
    @GetMapping(Addresses.HOME + "/{part}/{key}/removal")
    ModelAndView removal(@PathVariable String part, @PathVariable String key, SignedIn me) {
        return asked(me, target("", "", part, key), Form.blank());
    }

    @MayCall(Caller.EDIT_POLICY)
    @PostMapping(Addresses.HOME + "/{part}/{key}/removal")
    ModelAndView remove(
            @PathVariable String part,
            @PathVariable String key,
            SignedIn me,
            RedirectAttributes flash) {
        return removed(me, target("", "", part, key), flash);
    }

    @MayCall(Caller.EDIT_POLICY)
    @GetMapping(Addresses.IN_FILE + "/{key}/removal")
    ModelAndView removalInFile(
            @PathVariable String folder,
            @PathVariable String file,
            @PathVariable String part,
            @PathVariable String key,
            SignedIn me) {
        return asked(me, target(folder, file, part, key), Form.blank());
    }

    @MayCall(Caller.EDIT_POLICY)
    @PostMapping(Addresses.IN_FILE + "/{key}/removal")
    ModelAndView removeInFile(
            @PathVariable String folder,
            @PathVariable String file,
            @PathVariable String part,
            @PathVariable String key,
            SignedIn me,
            RedirectAttributes flash) {
        return removed(me, target(folder, file, part, key), flash);
    }

    private static Target target(String folder, String file, String part, String key) {
        return Target.of(folder, file, part, key)
                .filter(each -> each.part().grows())
                .orElseThrow(RemovalController::missing);
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private ModelAndView asked(SignedIn me, Target target, Form form) {
        var open = desk.open(me);
        if (open.isEmpty()) {
            return Pages.to(Addresses.HOME);
        }
        var layers = open.get().layers();
        var sheet = sheet(layers, target);
        var page =
                new RemovalPage(
                        form,
                        sheet.title(),
                        Sheets.words(sheet.value()),
                        target.part().section() == Section.PLAYBOOKS
                                ? placed(layers, target).with()
                                : List.of(),
                        target.address() + "/" + REMOVAL,
                        target.address());
        return form.refused()
                ? Pages.refused("editing/removal", page)
                : Pages.form("editing/removal", page);
    }

    private static Sheet sheet(Layers layers, Target target) {
        return new Sheets(layers).of(target).orElseThrow(RemovalController::missing);
    }

    private static Placed placed(Layers layers, Target target) {
        return Placed.without(Book.of(new Offers(layers), target.file()).value(), target);
    }

    private PackEdit.Result without(Layers now, Target target) {
        var sheet = sheet(now, target);
        var section = target.part().section();
        if (Sheets.isTrue(sheet.value(), "fixed")) {
            return new PackEdit.Result.Refused(
                    sheet.file(),
                    1,
                    "Every school keeps this.",
                    "It can be reworded, and not taken out.");
        }
        return section == Section.PLAYBOOKS
                ? PackEdit.put(
                        desk.packs(),
                        now,
                        section,
                        Path.to(target.file()),
                        placed(now, target).book(),
                        null)
                : PackEdit.remove(desk.packs(), now, section, sheet.path());
    }

    private ModelAndView removed(SignedIn me, Target target, RedirectAttributes flash) {
        var form = Form.blank();
        switch (desk.change(me, now -> without(now, target))) {
            case Outcome.Saved _, Outcome.Same _ -> {
                return Pages.to(target.list(), "Removed from the draft.", flash);
            }
            case Outcome.Refused(var why) -> form.reject(REMOVAL, why);
            case Outcome.Faulty(var faults, _) ->
                    form.reject(
                            REMOVAL,
                            faults.stream().map(Faulted::words).collect(Collectors.joining(" ")));
        }
        return asked(me, target, form);
    }
}
