// SPDX-License-Identifier: Apache-2.0
package school.lanyard.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// A file for its owner alone that appears whole or not at all, and replaces nothing.
public final class PrivateFile {

    /// Writes a file's content.
    public interface Content {
        void writeTo(Path draft) throws IOException;
    }

    private PrivateFile() {}

    /// As {@link #write(Path, Content)}, of bytes.
    ///
    /// @throws FileAlreadyExistsException if something is there
    public static void write(Path target, byte[] content) throws IOException {
        write(target, draft -> Files.write(draft, content));
    }

    /// Lets the content be written beside the target, makes it durable, and gives it its name.
    ///
    /// @throws FileAlreadyExistsException if something is there
    public static void write(Path target, Content content) throws IOException {
        var place = target.toAbsolutePath();
        var directory = place.getParent();
        if (directory == null || Files.exists(place)) {
            throw new FileAlreadyExistsException(place.toString());
        }
        var draft = Files.createTempFile(directory, ".lanyard", ".new", ownerAlone("rw-------"));
        try {
            content.writeTo(draft);
            force(draft);
            Files.createLink(place, draft);
            force(directory);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /// Makes the file for its owner alone, empty if it is not there yet. Called before SQLite opens
    /// it, which gives the files that it puts beside a database the database's own permissions.
    public static void ensure(Path file) throws IOException {
        try {
            Files.createFile(file, ownerAlone("rw-------"));
        } catch (FileAlreadyExistsException isThere) {
            tighten(file, "rw-------");
        }
    }

    /// Takes from everybody but its owner what they may do with a file or directory.
    static void tighten(Path path, String widest) throws IOException {
        var allowed = PosixFilePermissions.fromString(widest);
        var present = Files.getPosixFilePermissions(path);
        if (!allowed.containsAll(present)) {
            present.retainAll(allowed);
            Files.setPosixFilePermissions(path, present);
        }
    }

    /// An empty directory for its owner alone.
    public static Path directory(Path parent, String prefix) throws IOException {
        return Files.createTempDirectory(parent, prefix, ownerAlone("rwx------"));
    }

    private static FileAttribute<?> ownerAlone(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    private static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
