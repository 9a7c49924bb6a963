// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.comparison;

import java.nio.file.Path;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.PackFiles;
import school.lanyard.core.pack.Packs;

/// A policy with one file of it changed, as a school would change it.
final class Changed {

    static final Packs PACKS = Packs.in(Path.of("..", "packs"));
    static final Pack STARTER = sound(PACKS.files("starter"));

    private Changed() {}

    static Pack starter(String path, UnaryOperator<String> change) {
        return of("starter", path, change);
    }

    static Pack of(String pack, String path, UnaryOperator<String> change) {
        var files = PACKS.files(pack);
        var texts = new TreeMap<>(files.texts());
        texts.compute(
                path,
                (_, text) -> {
                    var changed = change.apply(text == null ? "" : text);
                    if (changed.equals(text)) {
                        throw new AssertionError("nothing changed in " + path);
                    }
                    return changed;
                });
        return sound(new PackFiles(files.folder(), texts));
    }

    static Pack sound(PackFiles files) {
        return switch (PACKS.load(files)) {
            case Loaded.Sound(var pack) -> pack;
            case Loaded.Broken(_, var faults) -> throw new AssertionError(faults);
        };
    }
}
