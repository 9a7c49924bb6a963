// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
import school.lanyard.policy.Draft;
import school.lanyard.policy.Drafts;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// The files of a draft as text, for what has no form. Here alone a draft may be saved with faults.
@Controller
public final class DraftFilesController {

    private static final String TEXT = "text";
    private static final String VERSION = "version";
    private static final String PATH = "path";

    private final DraftDesk desk;
    private final Drafts drafts;

    DraftFilesController(DraftDesk desk, Drafts drafts) {
        this.desk = desk;
        this.drafts = drafts;
    }

    /// A file in the list.
    public record Line(String path, int lines, int faults) {}

    public record FilesPage(Form form, List<Line> files) {}

    /// A file as text.
    ///
    /// @param version that the text in the form was opened at
    /// @param theirs what somebody else saved meanwhile; absent where nobody did
    /// @param faults of this file as it is saved
    /// @param saved the file as it is saved, which the faults are counted in
    public record FilePage(
            Form form,
            String path,
            String version,
            @Nullable String theirs,
            List<Numbered.Wrong> faults,
            Numbered saved) {}

    @MayCall(Caller.EDIT_POLICY)
    @GetMapping(Addresses.FILES)
    ModelAndView files(SignedIn me) {
        return list(me, Form.blank());
    }

    private ModelAndView list(SignedIn me, Form form) {
        var open = desk.open(me);
        if (open.isEmpty()) {
            return Pages.to(Addresses.HOME);
        }
        var faults = open.get().layers().faults();
        var folder = open.get().draft().pack() + "/";
        var page =
                new FilesPage(
                        form,
                        open.get().files().values().stream()
                                .map(file ->
                                        new Line(
                                                file.path(),
                                                (int) file.text().lines().count(),
                                                (int)
                                                        faults.stream()
                                                                .filter(fault ->
                                                                        fault.file()
                                                                                .equals(
                                                                                        folder
                                                                                                + file
                                                                                                        .path()))
                                                                .count()))
                                .toList());
        return form.refused()
                ? Pages.refused("editing/files", page)
                : Pages.form("editing/files", page);
    }

    @MayCall(Caller.EDIT_POLICY)
    @PostMapping(Addresses.FILES)
    ModelAndView add(
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var path = form.required(PATH, "Enter the file’s name");
        var open = desk.open(me);
        if (open.isPresent() && !form.refused()) {
            var saved =
                    drafts.add(
                            me.schoolId(),
                            open.get().draft().id(),
                            path,
                            "# " + path + "\n",
                            me.personId());
            switch (saved) {
                case Draft.Saved.Done _ -> {
                    return Pages.to(Addresses.file(path), "The file was added.", flash);
                }
                case Draft.Saved.Conflict _ -> form.reject(PATH, "There is such a file already");
                case Draft.Saved.Refused(var why) -> form.reject(PATH, why);
                case Draft.Saved.NoLongerOpen _ -> {}
            }
        }
        return list(me, form);
    }

    @MayCall(Caller.EDIT_POLICY)
    @GetMapping({Addresses.FILES + "/{name}", Addresses.FILES + "/{folder}/{name}"})
    ModelAndView file(
            @PathVariable(required = false) @Nullable String folder,
            @PathVariable String name,
            SignedIn me) {
        var open = desk.open(me);
        if (open.isEmpty()) {
            return Pages.to(Addresses.HOME);
        }
        var path = path(folder, name);
        var file = open.get().files().get(path);
        if (file == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return Pages.form(
                "editing/file",
                page(open.get(), path, Form.blank().with(TEXT, file.text()), file.version(), null));
    }

    private static String path(@Nullable String folder, String name) {
        return folder == null ? name : folder + "/" + name;
    }

    private static FilePage page(
            DraftDesk.Open open, String path, Form form, int version, @Nullable String theirs) {
        var named = open.draft().pack() + "/" + path;
        var file = open.files().get(path);
        var saved = Numbered.of(file == null ? "" : file.text());
        return new FilePage(
                form,
                path,
                String.valueOf(version),
                theirs,
                open.layers().faults().stream()
                        .filter(fault -> fault.file().equals(named))
                        .map(saved::wrong)
                        .toList(),
                saved);
    }

    @MayCall(Caller.EDIT_POLICY)
    @PostMapping({Addresses.FILES + "/{name}", Addresses.FILES + "/{folder}/{name}"})
    ModelAndView save(
            @PathVariable(required = false) @Nullable String folder,
            @PathVariable String name,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            RedirectAttributes flash) {
        var open = desk.open(me);
        if (open.isEmpty()) {
            return Pages.to(Addresses.HOME);
        }
        var path = path(folder, name);
        var file = open.get().files().get(path);
        int version = number(typed.getFirst(VERSION));
        var text = as(typed.getFirst(TEXT), file == null ? "" : file.text());
        var saved =
                typed.containsKey("remove")
                        ? drafts.remove(
                                me.schoolId(),
                                open.get().draft().id(),
                                path,
                                version,
                                me.personId())
                        : drafts.save(
                                me.schoolId(),
                                open.get().draft().id(),
                                path,
                                text,
                                version,
                                me.personId());
        var form = Form.blank().with(TEXT, text);
        return switch (saved) {
            case Draft.Saved.Done _ when typed.containsKey("remove") ->
                    Pages.to(Addresses.FILES, "The file was removed from the draft.", flash);
            case Draft.Saved.Done _ -> Pages.to(Addresses.file(path), told(me, path), flash);
            case Draft.Saved.Conflict conflict -> {
                form.reject(
                        TEXT,
                        "Somebody else saved this file after you opened it. Compare the two before"
                                + " you save");
                yield Pages.refused(
                        "editing/file",
                        page(
                                open.get(),
                                path,
                                form,
                                conflict.version(),
                                conflict.text() == null ? "" : conflict.text()));
            }
            case Draft.Saved.Refused(var why) -> {
                form.reject(TEXT, why);
                yield Pages.refused("editing/file", page(open.get(), path, form, version, null));
            }
            case Draft.Saved.NoLongerOpen _ -> Pages.to(Addresses.HOME);
        };
    }

    private String told(SignedIn me, String path) {
        var faults =
                desk.open(me)
                        .map(open -> page(open, path, Form.blank(), 0, null).faults().size())
                        .orElse(0);
        return faults == 0
                ? "Saved in the draft."
                : "Saved in the draft, with what is wrong below. It cannot be approved like this.";
    }

    private static int number(@Nullable String version) {
        return version != null && version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0;
    }

    /// Browsers send lines with two characters at their ends; the file keeps the ends it had. What
    /// comes back as it was shown stays the same to the last character.
    static String as(@Nullable String typed, String was) {
        var lines = typed == null ? "" : typed.replace("\r\n", "\n");
        if (lines.equals(was.replace("\r\n", "\n"))) {
            return was;
        }
        var ended = lines.isEmpty() || lines.endsWith("\n") ? lines : lines + "\n";
        return was.contains("\r\n") ? ended.replace("\n", "\r\n") : ended;
    }
}
