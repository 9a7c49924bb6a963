// SPDX-License-Identifier: Apache-2.0
package school.lanyard.database;

import java.nio.file.Path;

/// Where a database is: a SQLite file, or the JDBC address of a PostgreSQL database.
public sealed interface DatabasePlace {

    record SqliteFile(Path file) implements DatabasePlace {}

    /// The address may carry the user and password as JDBC parameters; it is never logged.
    record Postgres(String url) implements DatabasePlace {
        @Override
        public String toString() {
            return "Postgres";
        }
    }

    /// Reads the `--database` setting; none means a file of our own in the data directory.
    static DatabasePlace of(@org.jspecify.annotations.Nullable String url, Path dataDirectory) {
        if (url == null || url.isBlank()) {
            return new SqliteFile(dataDirectory.resolve("lanyard.db"));
        }
        if (url.startsWith("jdbc:sqlite:")) {
            return new SqliteFile(Path.of(url.substring("jdbc:sqlite:".length())));
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return new Postgres(url);
        }
        throw new IllegalArgumentException(
                "--database takes jdbc:postgresql:… or jdbc:sqlite:…; leave it out for a file in the"
                        + " data directory");
    }
}
