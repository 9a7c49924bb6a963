// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import org.jspecify.annotations.Nullable;
import school.lanyard.core.pack.Layers;
import school.lanyard.core.pack.Packs;
import school.lanyard.core.pack.Section;
import school.lanyard.core.pack.Slug;
import school.lanyard.core.pack.edit.PackEdit;
import school.lanyard.core.pack.edit.Path;
import school.lanyard.core.pack.edit.Value;
import school.lanyard.policy.editing.Target.Part;
import school.lanyard.web.Form;

/// An entry to be added to a draft: at the end of its list, or where it belongs.
///
/// @param sort where it goes, without a key
record Addition(Packs packs, Target sort, Value.Entries is) {

    /// Its key: what was typed, or else one made from its words. Empty for a row, which has none.
    String key(Form form, Layers layers) {
        if (sort.part().isRow()) {
            var words = Offers.text(is, "row");
            if (isThere(layers, Slug.of(words))) {
                form.reject("row", "There is one with these words already");
            }
            return "";
        }
        var typed = form.text(AddController.KEY);
        var key = typed.isEmpty() ? made(layers) : typed;
        if (key.isEmpty() && !form.refused()) {
            form.reject(AddController.KEY, "Enter a key for it");
        }
        if (!key.isEmpty() && isThere(layers, key)) {
            form.reject(AddController.KEY, "There is one with this key already");
        }
        return key;
    }

    private boolean isThere(Layers layers, String key) {
        return new Sheets(layers).of(target(key)).isPresent();
    }

    private Target target(String key) {
        return new Target(sort.part(), sort.file(), key);
    }

    private String made(Layers layers) {
        return switch (sort.part()) {
            case EDGES -> Placed.edgeKey(book(layers), is);
            case STEPS, BARS -> Slug.of(Offers.text(is, "label"));
            case CLOSING -> Slug.of(Offers.text(is, "says"));
            default -> "";
        };
    }

    private Value.Entries book(Layers layers) {
        return Book.of(new Offers(layers), sort.file()).value();
    }

    PackEdit.Result to(Layers now, String key) {
        var section = sort.part().section();
        if (sort.part().isRow()) {
            var rows = Path.to(sort.file(), "rows");
            int last =
                    PackEdit.at(Value.of(now.section(section)), rows)
                            .map(all -> ((Value.Items) all).items().size())
                            .orElse(0);
            return PackEdit.insert(packs, now, section, rows.at(last), is);
        }
        if (section == Section.PLAYBOOKS) {
            return PackEdit.put(packs, now, section, Path.to(sort.file()), with(now, key), null);
        }
        return PackEdit.put(packs, now, section, target(key).path(), is, after(now));
    }

    private Value.Entries with(Layers now, String key) {
        return sort.part() == Part.STEPS
                ? Placed.step(book(now), key, is).book()
                : Placed.with(book(now), sort.part().under(), key, is);
    }

    /// A clause comes after the last one under its heading.
    private @Nullable String after(Layers now) {
        return sort.part() != Part.CLAUSES
                ? null
                : Value.of(now.section(Section.CLAUSES)).entries().stream()
                        .filter(clause ->
                                Offers.text(clause.value(), "section")
                                        .equals(Offers.text(is, "section")))
                        .map(Value.Entry::key)
                        .reduce((_, last) -> last)
                        .orElse(null);
    }

    /// Where it stands once it is added, with the questions that were asked.
    Sheet at(String key, Layers after, Sheet asked) {
        var there = target(key.isEmpty() ? Slug.of(Offers.text(is, "row")) : key);
        return new Sheets(after).of(there).map(placed -> placed.asking(asked)).orElse(asked);
    }
}
