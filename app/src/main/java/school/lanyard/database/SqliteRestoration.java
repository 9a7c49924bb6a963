// SPDX-License-Identifier: Apache-2.0
package school.lanyard.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A SQLite file is put back by one rename, so that at every moment there is a database.
record SqliteRestoration(Path file, Path copy) implements Restoration {

    private static final List<String> BESIDE = List.of("-wal", "-shm", "-journal");

    static SqliteRestoration stage(Path file, Path parts) {
        var copy = parts.resolve(Snapshot.SQLITE_PART);
        try (var connection =
                        DriverManager.getConnection("jdbc:sqlite:" + copy, Pools.sqliteReader());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("pragma integrity_check")) {
            if (!rows.next() || !"ok".equals(rows.getString(1))) {
                throw new IllegalStateException("the database in the backup is damaged");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the backup holds no database that opens", e);
        }
        return new SqliteRestoration(file, copy);
    }

    static boolean isOccupied(Path file) {
        return Files.exists(file) || Files.exists(beside(file, "-wal"));
    }

    @Override
    public DatabasePlace staged() {
        return new DatabasePlace.SqliteFile(copy);
    }

    /// The old database keeps a second name in the directory aside before anything is touched. Its
    /// log goes before the rename: a database must never stand beside another one's log.
    @Override
    public @Nullable String swap(String stamp) {
        try {
            for (var suffix : BESIDE) {
                if (Files.exists(beside(copy, suffix))) {
                    throw new IllegalStateException("the restored database is still open");
                }
            }
            force(copy);
            var aside = isOccupied(file) ? putAside(stamp) : null;
            Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
            force(directory(file));
            return aside == null ? null : aside.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("the restored database cannot be put in place", e);
        }
    }

    private Path putAside(String stamp) throws IOException {
        var aside =
                Files.createDirectory(
                        directory(file).resolve("aside-" + stamp),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
        for (var suffix : List.of("", "-wal", "-journal")) {
            var old = beside(file, suffix);
            if (Files.exists(old)) {
                Files.createLink(aside.resolve(name(old)), old);
            }
        }
        force(aside);
        for (var suffix : BESIDE) {
            Files.deleteIfExists(beside(file, suffix));
        }
        return aside;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(copy);
            for (var suffix : BESIDE) {
                Files.deleteIfExists(beside(copy, suffix));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the unused copy cannot be removed", e);
        }
    }

    private static Path directory(Path file) {
        var directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IllegalArgumentException("a database file stands in a directory");
        }
        return directory;
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(name(file) + suffix);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
