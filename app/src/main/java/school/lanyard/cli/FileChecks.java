// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/// What the commands that read and write files ask of them.
final class FileChecks {

    private FileChecks() {}

    static void mustBeNew(Path file) {
        var directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw Failure.usage(
                    "There is no directory " + directory, "Make it first, for its owner alone");
        }
        if (Files.exists(file)) {
            throw exists(file);
        }
    }

    static Failure exists(Path file) {
        return Failure.usage(
                "There is something at " + file + " already",
                "Name another file: a backup is never replaced");
    }

    static void mustBeReadable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw Failure.usage(
                    "The file " + file + " cannot be read",
                    "Check its name, and that this user may read it");
        }
    }
}
