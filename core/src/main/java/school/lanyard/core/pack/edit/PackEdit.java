// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.pack.Faults;
import school.lanyard.core.pack.Layers;
import school.lanyard.core.pack.PackFiles;
import school.lanyard.core.pack.Packs;
import school.lanyard.core.pack.Section;

/// Changes what a pack says, in the file where it says so. What only the base says gets an entry of
/// the pack's own over it, and whatever the base says can be said otherwise but not taken away.
public final class PackEdit {

    private final Packs packs;
    private final Layers layers;
    private final Section section;

    /// What became of a change.
    public sealed interface Result {

        /// The file that changes, by its path inside the pack, and the pack as it would be.
        record Changed(String path, String text, Layers after) implements Result {}

        /// Nothing was to change.
        record Same() implements Result {}

        record Refused(String path, int line, String problem, String mend) implements Result {}
    }

    private PackEdit(Packs packs, Layers layers, Section section) {
        this.packs = packs;
        this.layers = layers;
        this.section = section;
    }

    /// Says something else at a place of a section, or adds it.
    ///
    /// @param path in the joined section; in a folder it begins with the file's name
    /// @param after the key that an added one follows; at the end where it is null
    public static Result put(
            Packs packs,
            Layers layers,
            Section section,
            Path path,
            Value is,
            @Nullable String after) {
        return new PackEdit(packs, layers, section).run(new Edit.Put(path, is, after));
    }

    public static Result insert(
            Packs packs, Layers layers, Section section, Path path, Value item) {
        return new PackEdit(packs, layers, section).run(new Edit.Insert(path, item));
    }

    public static Result remove(Packs packs, Layers layers, Section section, Path path) {
        return new PackEdit(packs, layers, section).run(new Edit.Remove(path));
    }

    /// What a place says now; absent where there is nothing.
    public static Optional<Value> at(Value whole, Path path) {
        var value = Optional.of(whole);
        for (var step : path.steps()) {
            value =
                    value.flatMap(each ->
                            switch (step) {
                                case Path.Key(var key) when each instanceof Value.Entries entries ->
                                        Optional.ofNullable(entries.get(key));
                                case Path.Index(var index)
                                        when each instanceof Value.Items(var items) ->
                                        items.stream().skip(index).findFirst();
                                default -> Optional.empty();
                            });
        }
        return value;
    }

    private Result run(Edit edit) {
        var was = Value.of(layers.section(section));
        Value.Entries is;
        try {
            is = (Value.Entries) edit.applied(was);
        } catch (Edit.Nowhere nowhere) {
            return refused(section.key(), 1, String.valueOf(nowhere.getMessage()));
        }
        if (was.equals(is)) {
            return new Result.Same();
        }
        if (!section.isFolder()) {
            return inFile(edit, is);
        }
        var name = key(edit.path());
        return was.has(name) && is.get(name) instanceof Value.Entries file
                ? inFolder(name, file)
                : refused(section.key() + "/" + name + ".yaml", 1, "There is no such file.");
    }

    private static String key(Path path) {
        return path.steps().getFirst() instanceof Path.Key(var key) ? key : "";
    }

    /// The section is one table that builds on the base's, entry by entry.
    private Result inFile(Edit edit, Value.Entries is) {
        var file = fileOf(key(edit.path()), edit instanceof Edit.Put put ? put.after() : null);
        var text = layers.files().texts().getOrDefault(file, "");
        var own = read(text);
        if (own.isEmpty()) {
            return refused(file, 1, "The file cannot be read, so nothing in it can be changed.");
        }
        var key = key(edit.path());
        var base = Value.of(layers.below(section));
        var said = new Over(section, is, base, own.get());
        var now = said.top(key, edit);
        return now.isEmpty()
                ? refused(file, 1, said.lost())
                : write(file, text, own.get(), now.get(), is);
    }

    /// Each file of the section stands for itself, but for a playbook that adapts its base's.
    private Result inFolder(String name, Value.Entries is) {
        var file = section.key() + "/" + name + ".yaml";
        var text = Optional.ofNullable(layers.files().texts().get(file)).orElse(copied(name));
        var own = read(text);
        if (own.isEmpty()) {
            return refused(file, 1, "The file cannot be read, so nothing in it can be changed.");
        }
        var whole = Value.of(layers.section(section)).with(name, is);
        if (!own.get().has(Over.ADAPTS)) {
            return write(file, text, own.get(), is, whole);
        }
        var base = Value.of(layers.below(section).mapping(name));
        var said = new Over(section, is, base, own.get());
        var now = said.whole();
        return now.isEmpty()
                ? refused(file, 1, said.lost())
                : write(file, text, own.get(), now.get(), whole);
    }

    /// What a file of the pack's own begins as, where only the base has one.
    private String copied(String name) {
        if (section == Section.PLAYBOOKS) {
            return "# The base's playbook. Anything said here stands over the base's.\nadapts: base\n";
        }
        var place = layers.section(section).placeOf(name).file();
        int folder = place.indexOf('/');
        return folder < 0
                ? ""
                : packs.files(place.substring(0, folder))
                        .texts()
                        .getOrDefault(place.substring(folder + 1), "");
    }

    private Result write(
            String file, String text, Value.Entries own, Value.Entries now, Value.Entries meant) {
        return switch (TextEdit.apply(text, Differences.between(Path.TOP, own, now))) {
            case Edited.Refused(var line, var problem, var mend) ->
                    new Result.Refused(file, line, problem, mend);
            case Edited.Done(var changed) -> {
                var texts = new TreeMap<>(layers.files().texts());
                texts.put(file, changed);
                var after = packs.layers(new PackFiles(layers.files().folder(), texts));
                yield says(after, meant)
                        ? new Result.Changed(file, changed, after)
                        : refused(
                                file, 1, "This cannot be said here without saying something else.");
            }
        };
    }

    /// Whether the section came out as it was meant, and the other sections as they were.
    private boolean says(Layers after, Value.Entries meant) {
        for (var each : Section.values()) {
            var said = Value.of(after.section(each));
            var wanted = each == section ? meant : Value.of(layers.section(each));
            if (!unordered(said).equals(unordered(wanted))) {
                return false;
            }
        }
        return true;
    }

    private static Object unordered(Value value) {
        return switch (value) {
            case Value.Scalar scalar -> scalar;
            case Value.Items(var items) -> items.stream().map(PackEdit::unordered).toList();
            case Value.Entries(var entries) -> {
                Map<String, Object> map = new LinkedHashMap<>();
                entries.forEach(entry -> map.put(entry.key(), unordered(entry.value())));
                yield map;
            }
        };
    }

    private String fileOf(String key, @Nullable String after) {
        var holding = holding(key);
        if (holding.isEmpty() && after != null) {
            holding = holding(after);
        }
        return holding.or(() -> files().stream().reduce((_, last) -> last))
                .orElse(section.key() + ".yaml");
    }

    private Optional<String> holding(String key) {
        return files().stream()
                .filter(file ->
                        read(layers.files().texts().getOrDefault(file, ""))
                                .filter(own -> own.has(key))
                                .isPresent())
                .findFirst();
    }

    private List<String> files() {
        return layers.files().texts().keySet().stream()
                .filter(path -> Section.of(path).filter(section::equals).isPresent())
                .toList();
    }

    private static Optional<Value.Entries> read(String text) {
        return TextEdit.read(text, new Faults());
    }

    private static Result refused(String file, int line, String problem) {
        return new Result.Refused(file, line, problem, "Change it in the text of the file.");
    }
}
