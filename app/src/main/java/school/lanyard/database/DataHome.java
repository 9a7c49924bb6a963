// SPDX-License-Identifier: Apache-2.0
package school.lanyard.database;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// Where one installation keeps its data: the database, the key store beside it, and a lock so that
/// only one program writes at a time.
///
/// @param masterKeyFile where the master key is; it may be kept off the machine
public record DataHome(Path directory, DatabasePlace database, Path masterKeyFile) {

    /// Another Lanyard, such as a running server, uses the data directory or the database.
    public static final class InUseException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String what;

        InUseException(String what) {
            super(what + " is in use by another Lanyard.");
            this.what = what;
        }

        /// What is in use, as the beginning of a sentence.
        public String what() {
            return what;
        }
    }

    /// Reads the settings of the command line; a missing directory is made for its owner only. One
    /// that is there keeps its permissions, but that of the keys is closed to everybody else.
    public static DataHome of(
            Path directory, @Nullable String databaseUrl, @Nullable Path masterKeyFile) {
        try {
            makePrivate(directory);
            makePrivate(directory.resolve("keys"));
            PrivateFile.tighten(directory.resolve("keys"), "rwx------");
        } catch (IOException e) {
            throw new UncheckedIOException("the data directory cannot be made: " + directory, e);
        }
        return new DataHome(
                directory,
                DatabasePlace.of(databaseUrl, directory),
                masterKeyFile == null ? directory.resolve("keys/master.json") : masterKeyFile);
    }

    public Path keyStoreFile() {
        return directory.resolve("keys/keys.db");
    }

    /// Takes the lock of the directory, and on PostgreSQL also the database's, which other machines
    /// see, until the returned value is closed.
    ///
    /// @throws InUseException if another program holds either
    public Closeable lock() {
        var local = lockDirectory();
        if (!(database instanceof DatabasePlace.Postgres(var url))) {
            return local;
        }
        try {
            var shared = SoleServer.on(url);
            return () -> {
                try (local) {
                    shared.close();
                }
            };
        } catch (RuntimeException taken) {
            try (local) {
                throw taken;
            } catch (IOException e) {
                taken.addSuppressed(e);
                throw taken;
            }
        }
    }

    /// Takes the lock of the directory alone, for what touches only files in it.
    ///
    /// @throws InUseException if another program holds it
    public Closeable lockDirectory() {
        try {
            var file = directory.resolve("lock");
            PrivateFile.ensure(file);
            return locked(FileChannel.open(file, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw new UncheckedIOException("the lock of the data directory cannot be taken", e);
        }
    }

    private FileChannel locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException heldByThisProgram) {
            // Said below, in the same words.
        }
        channel.close();
        throw new InUseException("The data directory");
    }

    private static void makePrivate(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(
                    directory,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        }
    }
}
