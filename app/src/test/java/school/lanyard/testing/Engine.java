// SPDX-License-Identifier: Apache-2.0
package school.lanyard.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import school.lanyard.database.DataHome;

/// The two databases that Lanyard runs on. Each call gives a fresh, empty one.
public enum Engine {
    SQLITE {
        @Override
        public @Nullable String freshUrl() {
            return null;
        }
    },
    POSTGRES {
        @Override
        public String freshUrl() throws IOException, SQLException {
            var name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (var connection = Postgres.SERVER.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return Postgres.SERVER.getJdbcUrl("postgres", name);
        }
    };

    abstract @Nullable String freshUrl() throws IOException, SQLException;

    public DataHome home(Path directory) {
        try {
            return DataHome.of(directory, freshUrl(), null);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Started once, on first use, and stopped with the JVM.
    private static final class Postgres {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
