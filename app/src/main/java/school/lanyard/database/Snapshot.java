// SPDX-License-Identifier: Apache-2.0
package school.lanyard.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;

/// A whole database as it stood at one moment, taken while others go on using it.
///
/// SQLite copies itself into a file of its own. PostgreSQL reads every table in one repeatable-read
/// transaction. What {@link #read} sees and what {@link #parts} hold is the same moment.
public final class Snapshot implements AutoCloseable {

    static final String SQLITE_PART = "lanyard.db";
    static final String TABLE_SUFFIX = ".csv";

    private final Connection connection;
    private final Engine engine;
    private final List<Path> parts;

    /// Which of the two databases a snapshot came from; its parts fit no other.
    public enum Engine {
        SQLITE,
        POSTGRESQL;

        public static Engine of(DatabasePlace place) {
            return place instanceof DatabasePlace.Postgres ? POSTGRESQL : SQLITE;
        }
    }

    private Snapshot(Connection connection, Engine engine, List<Path> parts) {
        this.connection = connection;
        this.engine = engine;
        this.parts = parts;
    }

    /// Copies the database.
    ///
    /// @param scratch an empty directory for the parts; whoever asks removes it
    public static Snapshot of(DatabasePlace place, Path scratch) {
        try {
            return switch (place) {
                case DatabasePlace.SqliteFile(var file) -> sqlite(file, scratch);
                case DatabasePlace.Postgres(var url) -> postgres(url, scratch);
            };
        } catch (SQLException e) {
            if (place instanceof DatabasePlace.SqliteFile(var file)
                    && DamagedException.isCauseOf(e)) {
                throw new DamagedException(file, e);
            }
            throw new IllegalStateException("the database cannot be copied", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the copy of the database cannot be written", e);
        }
    }

    public Engine engine() {
        return engine;
    }

    public List<Path> parts() {
        return parts;
    }

    public <T> T read(Function<DSLContext, T> query) {
        return query.apply(dsl());
    }

    /// The version of the last migration that made the tables.
    public String schema() {
        return read(sql ->
                sql.select(DSL.max(DSL.field(DSL.quotedName("version"), String.class)))
                        .from(DSL.table(DSL.quotedName("flyway_schema_history")))
                        .where(DSL.field(DSL.quotedName("success"), Boolean.class).isTrue())
                        .fetchSingle()
                        .value1());
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the copy of the database cannot be closed", e);
        }
    }

    private DSLContext dsl() {
        return DSL.using(
                connection,
                engine == Engine.SQLITE ? SQLDialect.SQLITE : SQLDialect.POSTGRES,
                Database.settings());
    }

    private static Snapshot sqlite(Path file, Path scratch) throws SQLException {
        var copy = scratch.resolve(SQLITE_PART);
        try (var source = DriverManager.getConnection("jdbc:sqlite:" + file, Pools.sqliteReader());
                var vacuum = source.prepareStatement("vacuum into ?")) {
            vacuum.setString(1, copy.toString());
            vacuum.execute();
        }
        var opened = DriverManager.getConnection("jdbc:sqlite:" + copy, Pools.sqliteReader());
        return new Snapshot(opened, Engine.SQLITE, List.of(copy));
    }

    private static Snapshot postgres(String url, Path scratch) throws SQLException, IOException {
        var connection = DriverManager.getConnection(url);
        try {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            var parts = new ArrayList<Path>();
            for (var table : tables(connection)) {
                parts.add(copy(connection, table, scratch.resolve(table + TABLE_SUFFIX)));
            }
            return new Snapshot(connection, Engine.POSTGRESQL, List.copyOf(parts));
        } catch (SQLException | IOException e) {
            connection.close();
            throw e;
        }
    }

    /// The tables of the current schema.
    static List<String> tables(Connection connection) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select tablename from pg_tables where schemaname ="
                                        + " current_schema() order by tablename")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static Path copy(Connection connection, String table, Path part)
            throws SQLException, IOException {
        try (var out = Files.newOutputStream(part)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy %s to stdout with (format csv, header)"
                                    .formatted(Restoration.quoted(table)),
                            out);
        }
        return part;
    }
}
