// SPDX-License-Identifier: Apache-2.0
package school.lanyard.setup.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import school.lanyard.database.DataHome;

/// A data directory that holds a demonstration and nothing else. A file in it says so, and a
/// directory without that file is never taken for one.
public record DemoDirectory(Path directory) {

    private static final String MARK = "demonstration.properties";
    private static final String MADE = "made";

    /// What a directory was found to be.
    public enum State {
        /// Nothing is there yet.
        EMPTY,
        /// A demonstration whose making was interrupted.
        UNFINISHED,
        /// A demonstration.
        MADE,
        /// Something else, which is to be left alone.
        OTHER
    }

    /// Where demonstrations are kept unless somebody says otherwise.
    public static DemoDirectory usual(Map<String, String> environment, Path home) {
        var state = environment.getOrDefault("XDG_STATE_HOME", "");
        var base = state.isBlank() ? home.resolve(".local/state") : Path.of(state);
        return new DemoDirectory(base.resolve("lanyard/demo"));
    }

    public State state() {
        if (Files.isRegularFile(mark())) {
            return madeOn() == null ? State.UNFINISHED : State.MADE;
        }
        return isEmpty() ? State.EMPTY : State.OTHER;
    }

    /// Marks an empty directory, with the secrets of the demonstration to be made in it.
    public void begin() {
        DataHome.of(directory, null, null);
        write(DemoSecrets.fresh(), null);
    }

    void finish(LocalDate day) {
        write(secrets(), day);
    }

    /// The day up to which the invented years were played; absent while they are not.
    public @Nullable LocalDate madeOn() {
        var day = read().getProperty(MADE);
        return day == null ? null : LocalDate.parse(day);
    }

    public DemoSecrets secrets() {
        var read = read();
        return new DemoSecrets(read.getProperty("password", ""), read.getProperty("totp", ""));
    }

    /// Removes a demonstration with everything in it, unless a server is running on it.
    public void remove() {
        if (state() == State.OTHER) {
            throw new IllegalStateException("not a demonstration: " + directory);
        }
        if (state() == State.EMPTY) {
            return;
        }
        try (var _ = DataHome.of(directory, null, null).lock();
                var files = Files.walk(directory)) {
            // The mark goes last, so that what is left of an interrupted removal can be removed.
            files.filter(file -> !file.equals(directory) && !file.equals(mark()))
                    .sorted(Comparator.reverseOrder())
                    .forEach(DemoDirectory::delete);
            Files.delete(mark());
        } catch (DataHome.InUseException inUse) {
            throw inUse;
        } catch (Exception e) {
            throw new IllegalStateException("the demonstration cannot be removed", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isEmpty() {
        if (!Files.exists(directory)) {
            return true;
        }
        try (var files = Files.list(directory)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("the directory cannot be read: " + directory, e);
        }
    }

    private Path mark() {
        return directory.resolve(MARK);
    }

    private Properties read() {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(mark())) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the demonstration's own file cannot be read", e);
        }
        return properties;
    }

    /// Whole or not at all, and for its owner only.
    private void write(DemoSecrets secrets, @Nullable LocalDate made) {
        var properties = new Properties();
        properties.setProperty("password", secrets.password());
        properties.setProperty("totp", secrets.totp());
        if (made != null) {
            properties.setProperty(MADE, made.toString());
        }
        var draft = directory.resolve(MARK + ".new");
        try {
            Files.deleteIfExists(draft);
            Files.createFile(
                    draft,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            try (var out = Files.newBufferedWriter(draft, StandardOpenOption.WRITE)) {
                properties.store(out, "An invented school. Never a real one.");
            }
            Files.move(
                    draft,
                    mark(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the demonstration's own file cannot be written", e);
        }
    }
}
