// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import school.lanyard.access.Caller;
import school.lanyard.access.MayCall;
import school.lanyard.access.SignedIn;
import school.lanyard.core.pack.Fault;
import school.lanyard.core.pack.Section;
import school.lanyard.core.pack.edit.Value;
import school.lanyard.policy.editing.Target.Part;
import school.lanyard.web.Pages;

/// What is in a draft, what was changed so far, what is wrong with it, and the way to every part.
@Controller
public final class DraftOverviewController {

    private static final List<Part> LISTS =
            List.of(
                    Part.INTERVALS,
                    Part.ROLES,
                    Part.CONTACTS,
                    Part.ROUTING,
                    Part.GROUPS,
                    Part.TERMS,
                    Part.MARKS,
                    Part.RISKS,
                    Part.CATEGORIES,
                    Part.HEADINGS);

    private final DraftDesk desk;

    DraftOverviewController(DraftDesk desk) {
        this.desk = desk;
    }

    /// A place to go, and a word about it.
    public record Place(String href, String title, String detail) {}

    /// A fault with the way to where it is.
    public record Wrong(String where, String href, String problem, String mend) {

        static Wrong of(Fault fault) {
            var path = fault.file().substring(fault.file().indexOf('/') + 1);
            return new Wrong(
                    path + ", line " + fault.line(),
                    Addresses.file(path),
                    fault.problem(),
                    fault.mend());
        }
    }

    /// The whole draft.
    ///
    /// @param open whether there is one
    public record OverviewPage(
            boolean open,
            String label,
            List<Wrong> faults,
            List<Changes.Change> changes,
            List<Place> headings,
            List<Place> tables,
            List<Place> responses,
            List<Place> playbooks,
            List<Place> lists) {}

    /// Entries of one sort.
    ///
    /// @param add where to add one; empty where nobody can
    public record ListPage(String title, String add, List<Group> groups) {}

    /// Entries under one heading, which may be empty.
    public record Group(String title, List<Place> places) {}

    @MayCall(Caller.EDIT_POLICY)
    @GetMapping(Addresses.HOME)
    ModelAndView overview(SignedIn me) {
        var found = desk.open(me);
        if (found.isEmpty()) {
            return Pages.of(
                    "editing/overview",
                    new OverviewPage(
                            false, "", List.of(), List.of(), List.of(), List.of(), List.of(),
                            List.of(), List.of()));
        }
        var layers = found.get().layers();
        var offers = new Offers(layers);
        return Pages.of(
                "editing/overview",
                new OverviewPage(
                        true,
                        layers.section(Section.PACK).text("label"),
                        layers.faults().stream().map(Wrong::of).toList(),
                        Changes.between(desk.running(me), layers),
                        headings(offers),
                        files(offers, Section.DECISIONS, Addresses.TABLES),
                        files(offers, Section.RESPONSES, Addresses.RESPONSES),
                        files(offers, Section.PLAYBOOKS, Addresses.PLAYBOOKS),
                        lists(offers)));
    }

    private static List<Place> headings(Offers offers) {
        var counts = new LinkedHashMap<String, Integer>();
        offers.all(Section.CLAUSES)
                .entries()
                .forEach(clause ->
                        counts.merge(Offers.text(clause.value(), "section"), 1, Integer::sum));
        return offers.headings().stream()
                .filter(heading -> counts.containsKey(heading.value()))
                .map(heading -> {
                    int count = counts.getOrDefault(heading.value(), 0);
                    return new Place(
                            Addresses.HOME + "/clauses?heading=" + heading.value(),
                            heading.label(),
                            count == 1 ? "1\u00a0clause" : count + "\u00a0clauses");
                })
                .toList();
    }

    private static List<Place> files(Offers offers, Section section, String address) {
        return offers.all(section).entries().stream()
                .map(file -> new Place(address + file.key(), label(file), ""))
                .toList();
    }

    private static String label(Value.Entry file) {
        var label = Offers.text(file.value(), "label");
        return label.isEmpty() ? file.key() : label;
    }

    private static List<Place> lists(Offers offers) {
        return LISTS.stream()
                .map(part ->
                        new Place(
                                Addresses.HOME + "/" + part.word(),
                                part.label(),
                                String.valueOf(all(offers, part).entries().size())))
                .toList();
    }

    private static Value.Entries all(Offers offers, Part part) {
        var all = offers.all(part.section());
        return part.under().isEmpty()
                ? all
                : all.get(part.under()) instanceof Value.Entries under ? under : Value.Entries.NONE;
    }

    @MayCall(Caller.EDIT_POLICY)
    @GetMapping(Addresses.HOME + "/{part}")
    ModelAndView list(
            @PathVariable String part,
            @RequestParam(defaultValue = "") String heading,
            SignedIn me) {
        var sort =
                Part.of(part)
                        .filter(each -> each == Part.CLAUSES || LISTS.contains(each))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var found = desk.open(me);
        if (found.isEmpty()) {
            return Pages.to(Addresses.HOME);
        }
        var offers = new Offers(found.get().layers());
        return Pages.of(
                "editing/list",
                new ListPage(
                        sort.label(),
                        sort.grows()
                                ? Addresses.HOME
                                        + "/"
                                        + part
                                        + "/new"
                                        + (heading.isEmpty() ? "" : "?heading=" + heading)
                                : "",
                        groups(offers, sort, heading)));
    }

    private static List<Group> groups(Offers offers, Part part, String heading) {
        Map<String, List<Place>> groups = new LinkedHashMap<>();
        if (part == Part.CLAUSES) {
            offers.headings().forEach(each -> groups.put(each.value(), new ArrayList<>()));
        }
        for (var entry : all(offers, part).entries()) {
            var group = part == Part.CLAUSES ? Offers.text(entry.value(), "section") : "";
            groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(place(part, entry));
        }
        var titles = new LinkedHashMap<String, String>();
        offers.headings().forEach(each -> titles.put(each.value(), each.label()));
        return groups.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .filter(group -> heading.isEmpty() || group.getKey().equals(heading))
                .map(group ->
                        new Group(
                                titles.getOrDefault(group.getKey(), group.getKey()),
                                group.getValue()))
                .toList();
    }

    private static Place place(Part part, Value.Entry entry) {
        var target = new Target(part, "", entry.key());
        var value = entry.value() instanceof Value.Entries e ? e : Value.Entries.NONE;
        return new Place(
                target.address(),
                switch (part) {
                    case CLAUSES -> entry.key();
                    case GROUPS, TERMS -> Offers.capital(entry.key());
                    default -> Sheets.title(target, value);
                },
                switch (part) {
                    case CLAUSES -> Offers.text(value, "says");
                    case INTERVALS -> Lengths.words(Offers.text(value, "length"));
                    case CONTACTS -> Offers.text(value, "use-when");
                    case GROUPS, TERMS ->
                            Offers.text(value, "one") + ", " + Offers.text(value, "many");
                    case MARKS -> Offers.text(value, "says");
                    case RISKS -> Offers.text(value, "means");
                    default -> "";
                });
    }
}
