// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BiFunction;
import picocli.CommandLine.Parameters;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Packs;

/// The PACK that a policy command is about: a folder, or a key under the packs folder.
final class PackArgument {

    /// Where packs are, when they are not in `packs` beside the working directory.
    static final String FOLDER = "lanyard.packs";

    @Parameters(
            paramLabel = "PACK",
            index = "0",
            description = "A pack's folder, or its key under the packs folder.")
    private String pack = "";

    PackArgument() {}

    PackArgument(String pack) {
        this.pack = pack;
    }

    /// The pack that an option names, as the argument would.
    static Pack sound(String named) {
        var argument = new PackArgument();
        argument.pack = named;
        return argument.sound();
    }

    static Path packsFolder() {
        return Path.of(Objects.requireNonNullElse(System.getProperty(FOLDER), "packs"));
    }

    /// The pack, or its faults, from its files as they are now.
    Loaded load() {
        return load(Packs::load);
    }

    private Loaded load(BiFunction<Packs, Path, Loaded> how) {
        var named = Path.of(pack);
        var folder = named.endsWith("pack.yaml") ? named.toAbsolutePath().getParent() : named;
        if (folder != null && Files.isRegularFile(folder.resolve("pack.yaml"))) {
            var whole = folder.toAbsolutePath().normalize();
            var packs = Packs.in(Objects.requireNonNull(whole.getParent()), packsFolder());
            return how.apply(packs, whole);
        }
        var packs = Packs.in(packsFolder());
        var found = packs.folderOf(pack);
        if (found.isEmpty()) {
            throw Failure.usage(
                    "There is no pack %s here or in %s".formatted(pack, packsFolder()),
                    packs.keys().isEmpty()
                            ? "Give a folder with a pack.yaml in it"
                            : "Use a folder, or one of: " + String.join(", ", packs.keys()));
        }
        return how.apply(packs, found.get());
    }

    /// The pack, when it is sound; a broken one answers nothing.
    Pack sound() {
        var loaded = load(new CheckedPacks()::load);
        if (loaded instanceof Loaded.Broken(var key, var faults)) {
            throw Failure.check(
                    "The pack %s has %d %s, so it cannot answer"
                            .formatted(key, faults.size(), faults.size() == 1 ? "fault" : "faults"),
                    "List them with 'lanyard policy check %s'".formatted(pack));
        }
        return ((Loaded.Sound) loaded).pack();
    }
}
