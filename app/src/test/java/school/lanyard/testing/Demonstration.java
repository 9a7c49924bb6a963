// SPDX-License-Identifier: Apache-2.0
package school.lanyard.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// The demonstration on SQLite, played once in a run of the tests, since the play takes longer than
/// what most tests do with it. Each test starts its server on a copy.
public final class Demonstration {

    private static final String PLAYS = "lanyard.demo=true";

    private Demonstration() {}

    /// A server on a copy of the demonstration, in this directory.
    public static Running on(Path directory) {
        try {
            copy(played(), directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Running.on(directory, PLAYS);
    }

    /// The processes of one run share it, and whoever comes first plays it.
    private static Path played() throws IOException {
        var run = Path.of("target", "demonstration", System.getProperty("lanyard.run", ownRun()));
        Files.createDirectories(run);
        try (var lock =
                        FileChannel.open(
                                run.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var _ = lock.lock()) {
            var played = run.resolve("played");
            if (!Files.exists(played)) {
                var playing = Files.createTempDirectory(run, "playing");
                Running.on(playing.resolve("data"), PLAYS).close();
                Files.move(playing.resolve("data"), played, StandardCopyOption.ATOMIC_MOVE);
            }
            return played;
        }
    }

    /// Outside Maven each process is a run of its own.
    private static String ownRun() {
        var process = ProcessHandle.current();
        return process.pid() + "-" + process.info().startInstant().orElseThrow().toEpochMilli();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(each -> !each.equals(from)).toList()) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
