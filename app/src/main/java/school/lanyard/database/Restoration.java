// SPDX-License-Identifier: Apache-2.0
package school.lanyard.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Puts a snapshot's parts back. They are built up beside the present data, where they can be
/// looked at and proved; only {@link #swap} puts them in its place, and the present data is kept
/// aside.
///
/// Whoever restores holds the data directory's lock.
public sealed interface Restoration extends AutoCloseable
        permits SqliteRestoration, PostgresRestoration {

    /// Builds the snapshot up again.
    ///
    /// @param parts a directory on the data's own disk with the snapshot's parts in it
    /// @param schema the migration that made its tables
    static Restoration stage(DatabasePlace place, Path parts, String schema) {
        return switch (place) {
            case DatabasePlace.SqliteFile(var file) -> SqliteRestoration.stage(file, parts);
            case DatabasePlace.Postgres(var url) -> PostgresRestoration.stage(url, parts, schema);
        };
    }

    /// Whether there is anything at the place that a restore would put aside.
    static boolean isOccupied(DatabasePlace place) {
        return switch (place) {
            case DatabasePlace.SqliteFile(var file) -> SqliteRestoration.isOccupied(file);
            case DatabasePlace.Postgres(var url) -> PostgresRestoration.isOccupied(url);
        };
    }

    /// Whether this program knows the migration, so that it can bring the tables up to date from
    /// there.
    static boolean knows(String schema) {
        return Migrations.known().contains(schema);
    }

    /// Where it was built up. It may be opened and changed until it is swapped in.
    DatabasePlace staged();

    /// Puts the present data aside and this in its place. Nothing may have either open.
    ///
    /// @param stamp tells what is put aside from what was put aside before
    /// @return where the present data is now; absent where there was none
    @Nullable String swap(String stamp);

    /// Removes what was built up and not swapped in.
    @Override
    void close();

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
