// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.digest.Sha256;

/// The packs in a folder, each a folder of its own, which can extend one another by key.
public final class Packs {

    /// The version of the pack format that this program writes; it reads the older ones too.
    public static final int FORMAT = PackModel.SCHEMA;

    private static final Remembered REMEMBERED = new Remembered();

    private final List<Path> folders;

    private Packs(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /// Packs are looked for in the first folder, then in the next.
    public static Packs in(Path... folders) {
        return new Packs(List.of(folders));
    }

    /// The keys of all packs there, sorted.
    public List<String> keys() {
        return folders.stream().flatMap(Packs::keysIn).distinct().sorted().toList();
    }

    private static Stream<String> keysIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (var found = Files.list(folder)) {
            return found
                    .filter(each -> Files.isRegularFile(each.resolve("pack.yaml")))
                    .map(each -> String.valueOf(each.getFileName()))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Optional<Path> folderOf(String key) {
        return folders.stream()
                .map(folder -> folder.resolve(key))
                .filter(folder -> key.matches("[a-z][a-z0-9-]*") && Files.isDirectory(folder))
                .findFirst();
    }

    /// Loads what checking a condition needs, which takes longer than the rest of a check. A
    /// program that is about to make its first may call this beside it, on a thread of its own.
    public static void warmUp() {
        Guards.warmUp();
        var _ = CelCondition.problem("a && b", Map.of("a", FactType.YES_NO, "b", FactType.YES_NO));
    }

    /// Reads a pack by key and checks it.
    ///
    /// @throws IllegalArgumentException when there is no such pack
    public Loaded load(String key) {
        return load(
                folderOf(key)
                        .orElseThrow(
                                () -> new IllegalArgumentException("There is no pack " + key)));
    }

    /// Reads a pack from its folder and checks it.
    public Loaded load(Path folder) {
        var unreadable = new Faults();
        try {
            var files = PackFiles.read(folder, unreadable);
            return unreadable.isEmpty() ? load(files) : layers(files, unreadable).loaded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The files of a pack by key, as somebody who edits it would begin from.
    ///
    /// @throws IllegalArgumentException when there is no such pack, or a file of it is unreadable
    public PackFiles files(String key) {
        var faults = new Faults();
        try {
            var folder = folderOf(key);
            if (folder.isPresent()) {
                var files = PackFiles.read(folder.get(), faults);
                if (faults.isEmpty()) {
                    return files;
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        throw new IllegalArgumentException("There is no readable pack " + key);
    }

    /// A resolved pack as files, for one whose own files are not at hand. They hold what came from
    /// its base too; read again over the same base, they are the same pack.
    public PackFiles writtenOut(Pack pack) {
        var based = pack.base() != null && folderOf(pack.base().key()).isPresent();
        return PackWriter.files(StoredReader.read(pack.canonical()), based);
    }

    /// SHA-256 over the files of a pack and of every pack that it builds on: while it stays the
    /// same, so does what [#load(Path)] answers. What a pack builds on is not parsed for, which
    /// would take longer than the rest: every pack whose key its header names is counted in.
    public String fingerprint(Path folder) {
        var unreadable = new Faults();
        try {
            var files = PackFiles.read(folder, unreadable);
            return Sha256.hex(fingerprint(files) + unreadable.list());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String fingerprint(PackFiles first) throws IOException {
        var text = new StringBuilder();
        var seen = new HashSet<>(Set.of(first.folder()));
        var waiting = new ArrayDeque<>(List.of(first));
        var keys = keys();
        while (!waiting.isEmpty()) {
            var files = waiting.remove();
            files.texts()
                    .forEach((path, content) ->
                            text.append(files.named(path))
                                    .append('\0')
                                    .append(content)
                                    .append('\0'));
            var header = files.texts().getOrDefault("pack.yaml", "");
            for (var key : keys) {
                var folder = folderOf(key);
                if (named(header, key) && folder.isPresent() && seen.add(key)) {
                    var unreadable = new Faults();
                    waiting.add(PackFiles.read(folder.get(), unreadable));
                    text.append(unreadable.list());
                }
            }
        }
        return Sha256.hex(text.toString());
    }

    /// An escape may spell a key in a way that is not seen.
    private static boolean named(String header, String key) {
        return header.contains(key) || header.indexOf('\\') >= 0;
    }

    /// Checks a pack from its files' texts, such as one being edited in the browser.
    public Loaded load(PackFiles files) {
        return layers(files).loaded();
    }

    /// Checks a pack and keeps apart what it says itself and what its base says, for whoever edits
    /// it. What was checked before and says the same is not checked again.
    public Layers layers(PackFiles files) {
        try {
            return REMEMBERED.take(fingerprint(files), () -> layers(files, new Faults()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Layers layers(PackFiles files, Faults faults) {
        return new Resolver(this, faults).layers(files);
    }

    /// Reads a stored edition back, with no files and no base: it is whole in itself.
    public static Pack fromCanonical(String json) {
        return PackModel.build(StoredReader.read(json));
    }

    /// Follows `extends` from pack to base, and joins what they say.
    private static final class Resolver {

        private final Packs packs;
        private final Faults faults;
        private final Schemas schemas = new Schemas();
        private final List<String> chain = new ArrayList<>();

        Resolver(Packs packs, Faults faults) {
            this.packs = packs;
            this.faults = faults;
        }

        Layers layers(PackFiles files) {
            var joined = join(files);
            var resolved = joined.resolved();
            if (joined.whole()) {
                References.check(joined.sections(), faults);
            }
            if (faults.isEmpty()) {
                Adaptation.checkLosses(joined.below(), resolved, faults);
            }
            return new Layers(
                    files,
                    joined.below(),
                    resolved,
                    faults.isEmpty()
                            ? new Loaded.Sound(PackModel.build(resolved))
                            : new Loaded.Broken(files.folder(), faults.list()));
        }

        /// What a pack says over its base, and the base alone.
        private record Joined(
                Map<Section, Yaml.Mapping> sections,
                Yaml.Mapping below,
                Pack.@Nullable Base base,
                boolean whole) {

            Yaml.Mapping resolved() {
                return PackModel.resolved(sections, base);
            }
        }

        private Joined join(PackFiles files) {
            chain.add(files.folder());
            var draft = Draft.read(files, schemas, faults);
            checkKey(files, draft);
            var base = base(draft);
            if (base == null) {
                boolean whole = draft.whole() && !draft.header().has("extends");
                return new Joined(
                        draft.over(Map.of(), schemas, faults),
                        Yaml.Mapping.empty(draft.place()),
                        null,
                        whole);
            }
            var resolved = base.resolved();
            var header = resolved.mapping(Section.PACK.key());
            return new Joined(
                    draft.over(base.sections(), schemas, faults),
                    resolved,
                    new Pack.Base(
                            header.text("key"),
                            header.text("edition"),
                            Sha256.hex(Canonical.json(resolved))),
                    draft.whole() && base.whole());
        }

        private void checkKey(PackFiles files, Draft draft) {
            var key = draft.header().text("key");
            if (!key.isEmpty() && !key.equals(files.folder())) {
                faults.add(
                        draft.header().placeOf("key"),
                        "The pack's key is %s, but its folder is called %s."
                                .formatted(key, files.folder()),
                        "Make the two the same.");
            }
        }

        private @Nullable Joined base(Draft draft) {
            var key = draft.header().text("extends");
            if (key.isEmpty()) {
                return null;
            }
            var place = draft.header().placeOf("extends");
            if (chain.contains(key)) {
                faults.add(
                        place,
                        "The packs extend each other in a circle: %s → %s."
                                .formatted(String.join(" → ", chain), key),
                        "Let a school's pack extend a base, and a base only an older one.");
                return null;
            }
            var folder = packs.folderOf(key);
            if (folder.isEmpty()) {
                faults.add(
                        place,
                        "There is no pack %s to extend.".formatted(key),
                        Suggestions.mend(key, packs.keys()));
                return null;
            }
            return read(folder.get());
        }

        private Joined read(Path folder) {
            try {
                return join(PackFiles.read(folder, faults));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
