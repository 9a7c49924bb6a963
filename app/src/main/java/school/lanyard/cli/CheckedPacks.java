// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Packs;

/// Sound packs, kept by what their files say, so that a question need not check the whole policy
/// again.
///
/// An entry is named after the build that checked it and the text of every file that went into it:
/// a changed file or a new build is a new name. The cache is a help only. What cannot be read is
/// checked afresh, and what cannot be written is left out.
final class CheckedPacks {

    /// The folder of the cache; without one, every pack is checked each time.
    static final String FOLDER = "lanyard.cache";

    private static final Duration KEPT = Duration.ofDays(30);
    private static final String ENDING = ".pack";

    private final Optional<Path> folder;

    CheckedPacks() {
        this(Optional.ofNullable(System.getProperty(FOLDER)).map(Path::of));
    }

    CheckedPacks(Optional<Path> folder) {
        this.folder = folder;
    }

    /// The pack in a folder, checked now or before.
    Loaded load(Packs packs, Path pack) {
        if (folder.isEmpty()) {
            return packs.load(pack);
        }
        Path entry;
        try {
            entry = folder.get().resolve(name(packs.fingerprint(pack)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var kept = read(entry);
        if (kept.isPresent()) {
            return new Loaded.Sound(kept.get());
        }
        var loaded = packs.load(pack);
        if (loaded instanceof Loaded.Sound(var sound)) {
            keep(entry, sound);
        }
        return loaded;
    }

    private static Optional<Pack> read(Path entry) {
        try {
            var text = Files.readString(entry);
            int line = text.indexOf('\n');
            var pack = Packs.fromCanonical(text.substring(line + 1));
            return text.startsWith(pack.hash() + "\n") ? Optional.of(pack) : Optional.empty();
        } catch (IOException | IllegalArgumentException notThere) {
            return Optional.empty();
        }
    }

    private void keep(Path entry, Pack sound) {
        try {
            Files.createDirectories(folder.orElseThrow());
            forgetOld();
            var draft = Files.createTempFile(folder.orElseThrow(), "pack", ".new");
            try {
                Files.writeString(draft, sound.hash() + "\n" + sound.canonical());
                Files.move(draft, entry, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException cannotBeKept) {
            // The answer does not need it.
        }
    }

    private void forgetOld() throws IOException {
        var before = Instant.now().minus(KEPT);
        try (Stream<Path> entries = Files.list(folder.orElseThrow())) {
            for (var entry : entries.filter(each -> each.toString().endsWith(ENDING)).toList()) {
                if (Files.getLastModifiedTime(entry).toInstant().isBefore(before)) {
                    Files.deleteIfExists(entry);
                }
            }
        }
    }

    /// The build counts too: a newer one may find a fault that an older one did not.
    private static String name(String fingerprint) throws IOException {
        var source = Packs.class.getProtectionDomain().getCodeSource().getLocation();
        var build = Files.getLastModifiedTime(Path.of(source.getPath())).toMillis();
        return fingerprint + "-" + Long.toHexString(build) + ENDING;
    }
}
