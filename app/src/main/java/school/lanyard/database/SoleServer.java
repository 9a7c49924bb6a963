// SPDX-License-Identifier: Apache-2.0
package school.lanyard.database;

import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// That nobody else runs on a PostgreSQL database, from whatever machine. A lock of the session is
/// held on a connection of its own: it ends with the program, however that dies.
record SoleServer(Connection connection) implements Closeable {

    /// The name of the lock; one for each schema, for each is an installation.
    private static final String TRY =
            "select pg_try_advisory_lock(hashtextextended('lanyard ' || coalesce(current_schema(), ''), 0))";

    static SoleServer on(String url) {
        try {
            var connection = DriverManager.getConnection(url);
            if (taken(connection)) {
                return new SoleServer(connection);
            }
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be locked", e);
        }
        throw new DataHome.InUseException("The database");
    }

    private static boolean taken(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(TRY)) {
            return row.next() && row.getBoolean(1);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException("the database's lock cannot be given back", e);
        }
    }
}
