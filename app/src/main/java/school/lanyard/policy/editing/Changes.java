// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import java.util.ArrayList;
import java.util.List;
import school.lanyard.core.pack.Layers;
import school.lanyard.core.pack.Section;
import school.lanyard.core.pack.edit.Value;
import school.lanyard.policy.editing.Target.Part;
import school.lanyard.web.Tone;

/// What a draft says otherwise than the edition that it was begun from.
public final class Changes {

    /// One thing that was added, changed or taken away.
    ///
    /// @param href its page; empty where there is none any more
    public record Change(String part, String title, String href, String how, Tone tone) {}

    private final Layers was;
    private final Layers is;
    private final List<Change> found = new ArrayList<>();

    private Changes(Layers was, Layers is) {
        this.was = was;
        this.is = is;
    }

    static List<Change> between(Layers was, Layers is) {
        var changes = new Changes(was, is);
        for (var section : Section.values()) {
            changes.compare(section);
        }
        return List.copyOf(changes.found);
    }

    private void compare(Section section) {
        var before = Value.of(was.section(section));
        var after = Value.of(is.section(section));
        switch (section) {
            case PACK -> whole(before, after);
            case PLAYBOOKS -> {
                for (var book : keys(before, after)) {
                    for (var part :
                            List.of(
                                    Part.STEPS,
                                    Part.EDGES,
                                    Part.BARS,
                                    Part.CHOICES,
                                    Part.CLOSING)) {
                        entries(
                                under(under(before, book), part.under()),
                                under(under(after, book), part.under()),
                                part,
                                book);
                    }
                }
            }
            case DECISIONS -> files(before, after, "Table", Addresses.TABLES);
            case RESPONSES -> files(before, after, "Grid of responses", Addresses.RESPONSES);
            case VOCABULARY -> {
                entries(under(before, "groups"), under(after, "groups"), Part.GROUPS, "");
                entries(under(before, "terms"), under(after, "terms"), Part.TERMS, "");
            }
            case CLAUSES -> entries(before, after, Part.CLAUSES, "");
            case SECTIONS -> entries(before, after, Part.HEADINGS, "");
            case INTERVALS -> entries(before, after, Part.INTERVALS, "");
            case ROLES -> entries(before, after, Part.ROLES, "");
            case CONTACTS -> entries(before, after, Part.CONTACTS, "");
            case ROUTING -> entries(before, after, Part.ROUTING, "");
            case MARKS -> entries(before, after, Part.MARKS, "");
            case CATEGORIES -> {
                entries(under(before, "risks"), under(after, "risks"), Part.RISKS, "");
                entries(
                        under(before, "categories"),
                        under(after, "categories"),
                        Part.CATEGORIES,
                        "");
            }
            case FACTS, LAW, CONTROLS, AGREEMENTS, TRAINING, KINDS -> text(section, before, after);
        }
    }

    private static Value.Entries under(Value.Entries entries, String key) {
        return entries.get(key) instanceof Value.Entries below ? below : Value.Entries.NONE;
    }

    private static List<String> keys(Value.Entries before, Value.Entries after) {
        var keys = new ArrayList<>(after.keys());
        before.keys().stream().filter(key -> !after.has(key)).forEach(keys::add);
        return keys;
    }

    private void whole(Value.Entries before, Value.Entries after) {
        if (!before.equals(after)) {
            add(
                    "",
                    "The policy itself",
                    new Target(Part.POLICY, "", "policy").address(),
                    "Changed");
        }
    }

    private void entries(Value.Entries before, Value.Entries after, Part part, String file) {
        for (var key : keys(before, after)) {
            var target = new Target(part, file, key);
            var old = before.get(key);
            var now = after.get(key);
            if (now == null) {
                add(part.label(), title(target, old), "", "Removed");
            } else if (!now.equals(old)) {
                add(
                        part.label(),
                        title(target, now),
                        target.address(),
                        old == null ? "Added" : "Changed");
            }
        }
    }

    private static String title(Target target, @org.jspecify.annotations.Nullable Value value) {
        return value instanceof Value.Entries entries
                ? Sheets.title(target, entries)
                : target.key();
    }

    private void files(Value.Entries before, Value.Entries after, String what, String address) {
        for (var key : keys(before, after)) {
            var old = before.get(key);
            var now = after.get(key);
            if (now == null) {
                add(what, Offers.text(under(before, key), "label"), "", "Removed");
            } else if (!now.equals(old)) {
                add(
                        what,
                        Offers.text(now, "label"),
                        address + key,
                        old == null ? "Added" : "Changed");
            }
        }
    }

    private void text(Section section, Value.Entries before, Value.Entries after) {
        if (!before.equals(after)) {
            add(
                    "",
                    Offers.capital(section.key()),
                    Addresses.file(section.key() + ".yaml"),
                    "Changed");
        }
    }

    private void add(String part, String title, String href, String how) {
        var tone =
                switch (how) {
                    case "Added" -> Tone.GREEN;
                    case "Removed" -> Tone.RED;
                    default -> Tone.BLUE;
                };
        found.add(new Change(part, title, href, how, tone));
    }
}
