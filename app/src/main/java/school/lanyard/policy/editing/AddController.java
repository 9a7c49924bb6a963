// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import java.util.List;
import java.util.Objects;
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
import school.lanyard.core.pack.Layers;
import school.lanyard.core.pack.Section;
import school.lanyard.core.pack.Slug;
import school.lanyard.core.pack.edit.PackEdit;
import school.lanyard.core.pack.edit.Path;
import school.lanyard.core.pack.edit.Value;
import school.lanyard.policy.editing.DraftDesk.Outcome;
import school.lanyard.policy.editing.Target.Part;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;

/// Adding an entry to a draft, and taking one away.
@Controller
public final class AddController {

    static final String KEY = "key";

    private final DraftDesk desk;

    AddController(DraftDesk desk) {
        this.desk = desk;
    }

    /// An empty form for an entry to come.
    public record NewPage(
            Form form, Sheet sheet, String title, String keyHint, String action, String back) {}

    /// What is about to be taken away.
    ///
    /// @param words what it says
    public record RemovalPage(Form form, String title, String words, String action, String back) {}

    @MayCall(Caller.EDIT_POLICY)
    @GetMapping(Addresses.HOME + "/{part}/new")
    ModelAndView blank(
            @PathVariable String part,
            @RequestParam(defaultValue = "") String heading,
            SignedIn me) {
        var open = desk.open(me);
        return open.isEmpty()
                ? Pages.to(Addresses.HOME)
                : Pages.form(
                        "editing/new",
                        page(
                                open.get().layers(),
                                growing(part),
                                Form.blank().with("section", heading)));
    }

    @MayCall(Caller.EDIT_POLICY)
    @PostMapping(Addresses.HOME + "/{part}")
    ModelAndView add(
            @PathVariable String part,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            RedirectAttributes flash) {
        var sort = growing(part);
        var open = desk.open(me);
        if (open.isEmpty()) {
            return Pages.to(Addresses.HOME);
        }
        var layers = open.get().layers();
        var form = Form.of(typed);
        var sheet = new Sheets(layers).blank(sort);
        var is = sheet.read(form);
        var key = form.required(KEY, "Enter a key for it");
        var target = new Target(sort, "", key);
        if (new Sheets(layers).of(target).isPresent()) {
            form.reject(KEY, "There is one with this key already");
        }
        if (!form.refused()) {
            var outcome =
                    desk.change(
                            me,
                            now ->
                                    PackEdit.put(
                                            desk.packs(),
                                            now,
                                            sort.section(),
                                            target.path(),
                                            is,
                                            after(now, sort, is)));
            switch (outcome) {
                case Outcome.Saved _, Outcome.Same _ -> {
                    return Pages.to(target.list(), "Added to the draft.", flash);
                }
                case Outcome.Refused(var why) -> form.reject(KEY, why);
                case Outcome.Faulty(var faults, var after) -> {
                    var placed = new Sheets(after).of(target).orElse(sheet);
                    for (var fault : faults) {
                        if (fault.problem().startsWith(key + " is not written")) {
                            form.reject(KEY, fault.problem() + " " + fault.mend());
                        } else {
                            new Faulted(placed, after).tell(form, List.of(fault));
                        }
                    }
                }
            }
        }
        return Pages.refused("editing/new", page(layers, sort, form));
    }

    /// A clause comes after the last one under its heading.
    private static @Nullable String after(Layers layers, Part part, Value.Entries is) {
        return part != Part.CLAUSES
                ? null
                : Value.of(layers.section(Section.CLAUSES)).entries().stream()
                        .filter(clause ->
                                Offers.text(clause.value(), "section")
                                        .equals(Offers.text(is, "section")))
                        .map(Value.Entry::key)
                        .reduce((_, last) -> last)
                        .orElse(null);
    }

    private static Part growing(String part) {
        return Part.of(part)
                .filter(Part::grows)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static NewPage page(Layers layers, Part part, Form form) {
        return new NewPage(
                form,
                new Sheets(layers).blank(part),
                switch (part) {
                    case CLAUSES -> "Add a clause";
                    case HEADINGS -> "Add a heading";
                    case INTERVALS -> "Add a length of time";
                    case ROLES -> "Add a role";
                    case CONTACTS -> "Add a contact";
                    case ROUTING -> "Add a way for concerns";
                    case MARKS -> "Add a mark";
                    default -> "Add a word";
                },
                part == Part.CLAUSES
                        ? "Capital letters, a hyphen and a number, such as AB-101. Records refer to it, so it never changes"
                        : "Small letters, digits and hyphens. Records refer to it, so it never changes",
                Addresses.HOME + "/" + part.word(),
                Addresses.HOME + "/" + part.word());
    }

    @MayCall(Caller.EDIT_POLICY)
    @PostMapping(Addresses.TABLES + "{table}/rows")
    ModelAndView addRow(
            @PathVariable String table,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            RedirectAttributes flash) {
        var form = Form.of(typed);
        var back = Addresses.TABLES + table;
        var label = form.text("row");
        if (label.isEmpty() || Slug.of(label).isEmpty()) {
            return Pages.to(back, "No row was added: it had no words.", flash);
        }
        var outcome =
                desk.change(
                        me,
                        now -> {
                            var rows =
                                    PackEdit.at(
                                            Value.of(now.section(Section.DECISIONS)),
                                            Path.to(table, "rows"));
                            int last =
                                    rows.map(all -> ((Value.Items) all).items().size()).orElse(0);
                            return PackEdit.insert(
                                    desk.packs(),
                                    now,
                                    Section.DECISIONS,
                                    Path.to(table, "rows").at(last),
                                    Value.Entries.NONE.with("row", Value.text(label)));
                        });
        return Pages.to(back, said(outcome, "The row was added. Choose its marks."), flash);
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

    @MayCall(Caller.EDIT_POLICY)
    @GetMapping(Addresses.HOME + "/{part}/{key}/removal")
    ModelAndView removal(@PathVariable String part, @PathVariable String key, SignedIn me) {
        return asked(me, new Target(growing(part), "", key), Form.blank());
    }

    @MayCall(Caller.EDIT_POLICY)
    @PostMapping(Addresses.HOME + "/{part}/{key}/removal")
    ModelAndView remove(
            @PathVariable String part,
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            RedirectAttributes flash) {
        return removed(me, new Target(growing(part), "", key), Form.of(typed), flash);
    }

    @MayCall(Caller.EDIT_POLICY)
    @GetMapping(Addresses.TABLES + "{table}/rows/{row}/removal")
    ModelAndView rowRemoval(@PathVariable String table, @PathVariable String row, SignedIn me) {
        return asked(me, new Target(Part.ROWS, table, row), Form.blank());
    }

    @MayCall(Caller.EDIT_POLICY)
    @PostMapping(Addresses.TABLES + "{table}/rows/{row}/removal")
    ModelAndView removeRow(
            @PathVariable String table,
            @PathVariable String row,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            RedirectAttributes flash) {
        return removed(me, new Target(Part.ROWS, table, row), Form.of(typed), flash);
    }

    private ModelAndView asked(SignedIn me, Target target, Form form) {
        var open = desk.open(me);
        if (open.isEmpty()) {
            return Pages.to(Addresses.HOME);
        }
        var sheet = sheet(open.get().layers(), target);
        var page =
                new RemovalPage(
                        form,
                        sheet.title(),
                        Sheets.words(sheet.value()),
                        target.address() + "/removal",
                        target.address());
        return form.refused()
                ? Pages.refused("editing/removal", page)
                : Pages.form("editing/removal", page);
    }

    private static Sheet sheet(Layers layers, Target target) {
        return new Sheets(layers)
                .of(target)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView removed(SignedIn me, Target target, Form form, RedirectAttributes flash) {
        var outcome =
                desk.change(
                        me,
                        now ->
                                PackEdit.remove(
                                        desk.packs(),
                                        now,
                                        target.part().section(),
                                        sheet(now, target).path()));
        switch (outcome) {
            case Outcome.Saved _, Outcome.Same _ -> {
                return Pages.to(target.list(), "Removed from the draft.", flash);
            }
            case Outcome.Refused(var why) -> form.reject("removal", why);
            case Outcome.Faulty(var faults, _) ->
                    form.reject(
                            "removal",
                            faults.stream()
                                    .map(Faulted::words)
                                    .map(Objects::toString)
                                    .reduce((one, other) -> one + " " + other)
                                    .orElse(""));
        }
        return asked(me, target, form);
    }
}
