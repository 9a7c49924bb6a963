// SPDX-License-Identifier: Apache-2.0
package school.lanyard.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.UUID;
import school.lanyard.database.DataHome;
import school.lanyard.database.Database;
import school.lanyard.database.DatabasePlace;

/// The two databases that Lanyard runs on. Each call gives a fresh one: {@link #home} an empty one,
/// {@link #ready} one whose tables are made, which is a copy of what the migrations made once.
public enum Engine {
    SQLITE {
        @Override
        DataHome empty(Path directory) {
            return DataHome.of(directory, null, null);
        }

        @Override
        DataHome withTables(Path directory) throws IOException {
            var home = empty(directory);
            if (!Files.exists(file(home))) {
                Files.copy(Tables.FILE, file(home), StandardCopyOption.COPY_ATTRIBUTES);
            }
            return home;
        }
    },
    POSTGRES {
        @Override
        DataHome empty(Path directory) throws SQLException {
            return DataHome.of(directory, Postgres.create("template1"), null);
        }

        @Override
        DataHome withTables(Path directory) throws SQLException {
            return DataHome.of(directory, Postgres.create(Postgres.TABLES), null);
        }
    };

    abstract DataHome empty(Path directory) throws IOException, SQLException;

    abstract DataHome withTables(Path directory) throws IOException, SQLException;

    public DataHome home(Path directory) {
        try {
            return empty(directory);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public DataHome ready(Path directory) {
        try {
            return withTables(directory);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path file(DataHome home) {
        return ((DatabasePlace.SqliteFile) home.database()).file();
    }

    /// Made once, on first use.
    private static final class Tables {
        static final Path FILE = make();

        private static Path make() {
            try {
                var home = SQLITE.home(Files.createTempDirectory("lanyard-tables"));
                Database.open(home.database()).close();
                return file(home);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Started once, on first use, and stopped with the JVM.
    private static final class Postgres {
        static final EmbeddedPostgres SERVER = start();
        static final String TABLES = withTables();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        static String create(String template) throws SQLException {
            var name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (var connection = SERVER.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name + " template " + template);
            }
            return SERVER.getJdbcUrl("postgres", name);
        }

        private static String withTables() {
            try {
                var url = create("template1");
                Database.open(new DatabasePlace.Postgres(url)).close();
                return url.replaceFirst(".*/(t[0-9a-f]{32}).*", "$1");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
