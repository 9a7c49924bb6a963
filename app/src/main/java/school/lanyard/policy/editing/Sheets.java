// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import school.lanyard.core.pack.Layers;
import school.lanyard.core.pack.edit.PackEdit;
import school.lanyard.core.pack.edit.Path;
import school.lanyard.core.pack.edit.Value;
import school.lanyard.policy.editing.Target.Part;
import school.lanyard.web.SummaryRow;

/// Makes the form of an entry, of whatever sort.
final class Sheets {

    private static final String FIXED = "Every school keeps this: it can be reworded, not weakened";

    private static final List<String> STEP =
            List.of(
                    "kind",
                    StepQuestion.ANSWERS,
                    "tracks",
                    "node",
                    "makes-safe",
                    "or-why-not",
                    "repeats",
                    "paper",
                    "needs");

    private final Layers layers;
    private final Offers offers;

    Sheets(Layers layers) {
        this.layers = layers;
        this.offers = new Offers(layers);
    }

    /// The form of an entry that is there.
    Optional<Sheet> of(Target target) {
        var section = offers.all(target.part().section());
        var path = pathOf(target, section);
        return path.flatMap(way -> PackEdit.at(section, way))
                .filter(Value.Entries.class::isInstance)
                .map(value ->
                        sheet(target, path.get(), asSeen(target, section, (Value.Entries) value)));
    }

    /// A row is known by its label, and a path by its place in the list.
    private static Optional<Path> pathOf(Target target, Value.Entries section) {
        if (!target.part().isRow()) {
            return Optional.of(target.path());
        }
        var rows = Path.to(target.file(), "rows");
        return PackEdit.at(section, rows)
                .map(value -> Grid.indexOf(value, target.key()))
                .filter(at -> at >= 0)
                .map(rows::at);
    }

    /// An empty form for one to be added.
    Sheet blank(Part part, String file) {
        var target = new Target(part, file, "");
        return sheet(target, target.path(), Value.Entries.NONE);
    }

    private static Value.Entries asSeen(Target target, Value.Entries section, Value.Entries entry) {
        return target.part() == Part.STEPS
                ? StepQuestion.joined(Book.entries(section.get(target.file())), entry)
                : entry;
    }

    private Sheet sheet(Target target, Path path, Value.Entries value) {
        var section = target.part().section();
        var below =
                standsAlone(target)
                        ? Optional.<Value>empty()
                        : PackEdit.at(Value.of(layers.below(section)), path);
        var base =
                asSeen(
                        target,
                        Value.of(layers.below(section)),
                        Book.entries(below.orElse(Value.Entries.NONE)));
        boolean fixed = isTrue(base, "fixed") || isTrue(value, "fixed");
        var asked =
                new Questions(offers)
                        .of(target, value, fixed).stream()
                                .filter(question -> question.canShow(value.get(question.key())))
                                .toList();
        return new Sheet(
                target,
                path,
                target.part() == Part.EDGES
                        ? Book.of(offers, target.file()).way(value)
                        : title(target, value),
                asked,
                locked(target, value, fixed, asked),
                value,
                base,
                below.isEmpty(),
                place(target));
    }

    /// Whether the base says nothing of it: a school's own file of a folder stands in its place.
    private boolean standsAlone(Target target) {
        var section = target.part().section();
        return target.part() == Part.POLICY
                || (section.isFolder()
                        && layers.isOwn(layers.section(section).placeOf(target.file()))
                        && !layers.section(section).mapping(target.file()).has("adapts"));
    }

    static boolean isTrue(Value.Entries entries, String key) {
        return new Value.Scalar(true).equals(entries.get(key));
    }

    private String place(Target target) {
        var tree = layers.section(target.part().section());
        var way = new ArrayList<String>();
        target.path()
                .steps()
                .forEach(step -> {
                    if (step instanceof Path.Key(var key)) {
                        way.add(key);
                    }
                });
        var place = tree.place();
        for (var key : way) {
            if (!tree.has(key)) {
                break;
            }
            place = tree.placeOf(key);
            tree = tree.mapping(key);
        }
        return place.file();
    }

    static String title(Target target, Value.Entries value) {
        var key = target.key();
        return switch (target.part()) {
            case POLICY -> "The policy itself";
            case CLAUSES -> "Clause " + key;
            case EDGES ->
                    "From "
                            + String.join(", ", Question.texts(value.get("from")))
                            + " to "
                            + String.join(", ", Question.texts(value.get("to")));
            case GROUPS, TERMS -> "Word for " + key;
            default ->
                    java.util.stream.Stream.of("label", "title", "row", "says")
                            .map(each -> Offers.text(value, each))
                            .filter(words -> !words.isEmpty())
                            .findFirst()
                            .orElse(key);
        };
    }

    private static List<SummaryRow> locked(
            Target target, Value.Entries value, boolean fixed, List<Question> asked) {
        var rows = new ArrayList<SummaryRow>();
        if (fixed) {
            rows.add(SummaryRow.of("Fixed", FIXED));
        }
        switch (target.part()) {
            case STEPS -> show(value, asked, rows, STEP);
            case BARS -> show(value, asked, rows, List.of("actions", "steps", "tracks", "unless"));
            case CHOICES -> rows.add(SummaryRow.of("Question", Offers.text(value, "label")));
            default -> {}
        }
        return rows;
    }

    private static void show(
            Value.Entries value, List<Question> asked, List<SummaryRow> rows, List<String> keys) {
        for (var key : keys) {
            var said = value.get(key);
            if (said != null && asked.stream().noneMatch(each -> each.key().equals(key))) {
                rows.add(SummaryRow.of(Offers.capital(key.replace('-', ' ')), words(said)));
            }
        }
    }

    static String words(Value value) {
        return switch (value) {
            case Value.Scalar(Boolean flag) -> flag ? "Yes" : "No";
            case Value.Scalar(var said) -> String.valueOf(said);
            case Value.Items(var items) ->
                    String.join(", ", items.stream().map(Sheets::words).toList());
            case Value.Entries(var entries) ->
                    String.join(
                            "; ",
                            entries.stream()
                                    .map(each -> each.key() + ": " + words(each.value()))
                                    .toList());
        };
    }
}
