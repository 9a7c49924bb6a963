// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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
import school.lanyard.core.pack.edit.PackEdit;
import school.lanyard.core.pack.edit.Path;
import school.lanyard.core.pack.edit.Value;
import school.lanyard.policy.editing.DraftDesk.Outcome;
import school.lanyard.policy.editing.Target.Part;
import school.lanyard.web.Choice;
import school.lanyard.web.Form;
import school.lanyard.web.Pages;
import school.lanyard.web.SummaryRow;

/// The tables of a draft as tables, and what is in a playbook.
@Controller
public final class GridController {

    private final DraftDesk desk;

    GridController(DraftDesk desk) {
        this.desk = desk;
    }

    /// A table or grid.
    ///
    /// @param rows where a row can be changed or added
    /// @param blank the form of a new row; empty where its words are enough
    /// @param theirs what somebody else changed meanwhile, beside what is chosen here
    public record GridPage(
            Form form,
            Grid grid,
            String action,
            String seen,
            String rows,
            String blank,
            String file,
            List<SummaryRow> theirs) {}

    /// A playbook: its summary, and its parts with a link to each.
    public record BookPage(String title, String summary, String file, List<BookPart> parts) {}

    /// The entries of one sort.
    ///
    /// @param add where to add one; empty where nobody can
    public record BookPart(
            String title,
            List<DraftOverviewController.Place> places,
            String add,
            String addition) {}

    @MayCall(Caller.EDIT_POLICY)
    @GetMapping(Addresses.TABLES + "{table}")
    ModelAndView table(@PathVariable String table, SignedIn me) {
        return show(me, Section.DECISIONS, table);
    }

    @MayCall(Caller.EDIT_POLICY)
    @PostMapping(Addresses.TABLES + "{table}")
    ModelAndView saveTable(
            @PathVariable String table,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            RedirectAttributes flash) {
        return save(me, Section.DECISIONS, table, Form.of(typed), flash);
    }

    @MayCall(Caller.EDIT_POLICY)
    @GetMapping(Addresses.RESPONSES + "{grid}")
    ModelAndView responses(@PathVariable String grid, SignedIn me) {
        return show(me, Section.RESPONSES, grid);
    }

    @MayCall(Caller.EDIT_POLICY)
    @PostMapping(Addresses.RESPONSES + "{grid}")
    ModelAndView saveResponses(
            @PathVariable String grid,
            @RequestParam MultiValueMap<String, String> typed,
            SignedIn me,
            RedirectAttributes flash) {
        return save(me, Section.RESPONSES, grid, Form.of(typed), flash);
    }

    private ModelAndView show(SignedIn me, Section section, String name) {
        var open = desk.open(me);
        if (open.isEmpty()) {
            return Pages.to(Addresses.HOME);
        }
        var layers = open.get().layers();
        var value = value(layers, section, name);
        var grid = grid(layers, section, value);
        return Pages.form(
                "editing/grid",
                page(section, name, grid, grid.filled(), Seen.of(value), List.of()));
    }

    private static Value.Entries value(Layers layers, Section section, String name) {
        return PackEdit.at(Value.of(layers.section(section)), Path.to(name))
                .filter(Value.Entries.class::isInstance)
                .map(Value.Entries.class::cast)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Grid grid(Layers layers, Section section, Value.Entries value) {
        return section == Section.RESPONSES
                ? Grid.responses(value)
                : Grid.table(value, new Offers(layers));
    }

    private static GridPage page(
            Section section,
            String name,
            Grid grid,
            Form form,
            String seen,
            List<SummaryRow> theirs) {
        boolean responses = section == Section.RESPONSES;
        var address = (responses ? Addresses.RESPONSES : Addresses.TABLES) + name;
        return new GridPage(
                form,
                grid,
                address,
                seen,
                address + "/rows",
                responses ? address + "/rows/new" : "",
                section.key() + "/" + name + ".yaml",
                theirs);
    }

    private ModelAndView save(
            SignedIn me, Section section, String name, Form form, RedirectAttributes flash) {
        var open = desk.open(me);
        if (open.isEmpty()) {
            return Pages.to(Addresses.HOME);
        }
        var layers = open.get().layers();
        var value = value(layers, section, name);
        var grid = grid(layers, section, value);
        var seen = form.text(EntryController.SEEN);
        if (!seen.equals(Seen.of(value))) {
            form.reject(
                    grid.rows().getFirst().cells().getFirst().name(),
                    "Somebody else changed this table after you opened it. Compare the two before"
                            + " you save");
            return Pages.refused(
                    "editing/grid",
                    page(section, name, grid, form, Seen.of(value), theirs(grid, form)));
        }
        var is = Grid.read(value, form, section == Section.RESPONSES);
        var outcome =
                desk.change(
                        me,
                        now ->
                                Seen.of(value(now, section, name)).equals(seen)
                                        ? PackEdit.put(
                                                desk.packs(), now, section, Path.to(name), is, null)
                                        : new PackEdit.Result.Refused(
                                                section.key() + "/" + name + ".yaml",
                                                1,
                                                "Somebody else has just changed this table.",
                                                "Open it again."));
        var first = grid.rows().getFirst().cells().getFirst().name();
        switch (outcome) {
            case Outcome.Saved _ -> {
                return Pages.to(Addresses.HOME, "Saved in the draft.", flash);
            }
            case Outcome.Same _ -> {
                return Pages.to(Addresses.HOME, "Nothing was changed.", flash);
            }
            case Outcome.Refused(var why) -> form.reject(first, why);
            case Outcome.Faulty(var faults, _) ->
                    faults.forEach(fault -> form.reject(first, Faulted.words(fault)));
        }
        return Pages.refused("editing/grid", page(section, name, grid, form, seen, List.of()));
    }

    /// The cells in which the table now differs from what came back.
    private static List<SummaryRow> theirs(Grid grid, Form form) {
        var labels =
                grid.marks().stream()
                        .collect(Collectors.toMap(m -> m.value(), m -> m.label(), (a, _) -> a));
        return grid.rows().stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell ->
                        grid.manyMarks()
                                ? form.all(cell.name()).contains(cell.choices().getFirst().value())
                                        == cell.value().isEmpty()
                                : !form.text(cell.name()).equals(cell.value()))
                .map(cell ->
                        SummaryRow.of(
                                cell.label(),
                                cell.value().isEmpty()
                                        ? grid.manyMarks() ? "Not chosen" : "Not stated"
                                        : grid.manyMarks()
                                                ? "Chosen"
                                                : Objects.requireNonNullElse(
                                                        labels.get(cell.value()), cell.value())))
                .toList();
    }

    @MayCall(Caller.EDIT_POLICY)
    @GetMapping(Addresses.PLAYBOOKS + "{book}")
    ModelAndView playbook(@PathVariable String book, SignedIn me) {
        var open = desk.open(me);
        if (open.isEmpty()) {
            return Pages.to(Addresses.HOME);
        }
        var value = value(open.get().layers(), Section.PLAYBOOKS, book);
        var roles =
                new Offers(open.get().layers())
                        .roles().stream().collect(Collectors.toMap(Choice::value, Choice::label));
        return Pages.of(
                "editing/book",
                new BookPage(
                        Offers.text(value, "label"),
                        Offers.text(value, "summary"),
                        "playbooks/" + book + ".yaml",
                        List.of(Part.CHOICES, Part.STEPS, Part.EDGES, Part.BARS, Part.CLOSING)
                                .stream()
                                .map(part -> part(value, part, book, roles))
                                .toList()));
    }

    private static BookPart part(
            Value.Entries book, Part part, String name, Map<String, String> roles) {
        var entries = book.get(part.under()) instanceof Value.Entries e ? e : Value.Entries.NONE;
        return new BookPart(
                part.label(),
                entries.entries().stream()
                        .map(entry ->
                                place(
                                        new Target(part, name, entry.key()),
                                        entry.value(),
                                        roles,
                                        new Book(book)))
                        .toList(),
                part.grows() ? new Target(part, name, "new").address() : "",
                AddController.title(part));
    }

    private static DraftOverviewController.Place place(
            Target target, Value value, Map<String, String> roles, Book book) {
        var entry = value instanceof Value.Entries e ? e : Value.Entries.NONE;
        boolean fixed = new Value.Scalar(true).equals(entry.get("fixed"));
        var detail =
                switch (target.part()) {
                    case CHOICES ->
                            entry.get("options") instanceof Value.Entries options
                                    ? Offers.text(options, Offers.text(entry, "chosen"))
                                    : "";
                    case EDGES -> Offers.text(entry, "when");
                    case STEPS ->
                            Question.texts(entry.get("owners")).stream()
                                    .map(role -> roles.getOrDefault(role, role))
                                    .collect(Collectors.joining(", "));
                    default -> "";
                };
        return new DraftOverviewController.Place(
                target.address(),
                target.part() == Part.EDGES ? book.way(entry) : Sheets.title(target, entry),
                fixed ? detail.isEmpty() ? "Fixed" : detail + " · Fixed" : detail);
    }
}
