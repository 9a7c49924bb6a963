// SPDX-License-Identifier: Apache-2.0
package school.lanyard.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// A PostgreSQL database is put back in a schema of its own, which takes the old one's name in one
/// transaction. The database's user must own the schema and be allowed to make another.
///
/// @param schema the schema that the present data is in
record PostgresRestoration(String url, String schema) implements Restoration {

    private static final String STAGING = "lanyard_restoring";
    private static final String HISTORY = "flyway_schema_history";

    static PostgresRestoration stage(String url, Path parts, String version) {
        try (var connection = DriverManager.getConnection(url)) {
            var restoration = new PostgresRestoration(url, currentSchema(connection));
            run(connection, "drop schema if exists " + STAGING + " cascade");
            run(connection, "create schema " + STAGING);
            try {
                restoration.fill(parts, version);
                return restoration;
            } catch (RuntimeException | SQLException | IOException e) {
                restoration.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the backup cannot be read into the database", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the backup cannot be read", e);
        }
    }

    static boolean isOccupied(String url) {
        try (var connection = DriverManager.getConnection(url)) {
            return !Snapshot.tables(connection).isEmpty();
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer", e);
        }
    }

    @Override
    public DatabasePlace staged() {
        return new DatabasePlace.Postgres(in(STAGING));
    }

    @Override
    public @Nullable String swap(String stamp) {
        try (var connection = DriverManager.getConnection(url)) {
            var occupied = !Snapshot.tables(connection).isEmpty();
            var aside = schema + "_aside_" + stamp.toLowerCase(java.util.Locale.ROOT);
            connection.setAutoCommit(false);
            run(
                    connection,
                    "alter schema %s rename to %s"
                            .formatted(Restoration.quoted(schema), Restoration.quoted(aside)));
            run(
                    connection,
                    "alter schema %s rename to %s".formatted(STAGING, Restoration.quoted(schema)));
            connection.commit();
            return occupied ? "schema " + aside : null;
        } catch (SQLException e) {
            throw new IllegalStateException("the restored database cannot be put in place", e);
        }
    }

    @Override
    public void close() {
        try (var connection = DriverManager.getConnection(url)) {
            run(connection, "drop schema if exists " + STAGING + " cascade");
        } catch (SQLException e) {
            throw new IllegalStateException("the unused copy cannot be removed", e);
        }
    }

    /// Makes the tables as they were when the backup was made, and fills them: all or none.
    private void fill(Path parts, String version) throws SQLException, IOException {
        try (var pools = Pools.open(staged())) {
            Migrations.bringTo(pools, version);
        }
        try (var connection = DriverManager.getConnection(in(STAGING))) {
            connection.setAutoCommit(false);
            var tables = inOrder(connection);
            var given = tablesIn(parts);
            if (!given.equals(Set.copyOf(tables))) {
                throw new IllegalStateException(
                        "the backup does not hold the tables of its version");
            }
            // Flyway has written which migrations it ran just now; the backup knows when they were.
            run(connection, "delete from " + HISTORY);
            for (var table : tables) {
                read(connection, table, parts.resolve(table + Snapshot.TABLE_SUFFIX));
            }
            connection.commit();
        }
    }

    private static Set<String> tablesIn(Path parts) throws IOException {
        try (var files = Files.list(parts)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(Snapshot.TABLE_SUFFIX))
                    .map(name -> name.substring(0, name.length() - Snapshot.TABLE_SUFFIX.length()))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private static void read(Connection connection, String table, Path part)
            throws SQLException, IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(part))) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy %s from stdin with (format csv, header match)"
                                    .formatted(Restoration.quoted(table)),
                            in);
        }
    }

    /// Every table after those that its rows refer to.
    private static List<String> inOrder(Connection connection) throws SQLException {
        var waitsFor = new HashMap<String, Set<String>>();
        Snapshot.tables(connection).forEach(table -> waitsFor.put(table, new LinkedHashSet<>()));
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select child.relname, parent.relname from pg_constraint
                                join pg_class child on child.oid = conrelid
                                join pg_class parent on parent.oid = confrelid
                                join pg_namespace on pg_namespace.oid = connamespace
                                where contype = 'f' and nspname = current_schema()
                                  and conrelid <> confrelid
                                """)) {
            while (rows.next()) {
                waitsFor.getOrDefault(rows.getString(1), new LinkedHashSet<>())
                        .add(rows.getString(2));
            }
        }
        return inOrder(waitsFor);
    }

    private static List<String> inOrder(Map<String, Set<String>> waitsFor) {
        var ordered = new ArrayList<String>();
        while (!waitsFor.isEmpty()) {
            var free =
                    waitsFor.entrySet().stream()
                            .filter(table -> ordered.containsAll(table.getValue()))
                            .map(Map.Entry::getKey)
                            .sorted()
                            .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("tables refer to each other in a circle");
            }
            ordered.addAll(free);
            free.forEach(waitsFor::remove);
        }
        return ordered;
    }

    private static String currentSchema(Connection connection) throws SQLException {
        var schema = connection.getSchema();
        if (schema == null) {
            throw new IllegalStateException("the database's user has no schema");
        }
        return schema;
    }

    /// The same address, with another schema.
    private String in(String other) {
        var at = url.indexOf('?');
        var base = at < 0 ? url : url.substring(0, at);
        var kept =
                at < 0
                        ? Stream.<String>empty()
                        : Stream.of(url.substring(at + 1).split("&"))
                                .filter(each -> !each.startsWith("currentSchema="));
        return Stream.concat(kept, Stream.of("currentSchema=" + other))
                .collect(Collectors.joining("&", base + "?", ""));
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (var running = connection.createStatement()) {
            running.execute(statement);
        }
    }
}
