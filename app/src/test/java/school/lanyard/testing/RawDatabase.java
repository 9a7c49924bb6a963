// SPDX-License-Identifier: Apache-2.0
package school.lanyard.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import school.lanyard.database.DatabasePlace;

/// What somebody can do who has the database itself: its guards do not hold them.
public final class RawDatabase {

    private static final List<String> LEDGER =
            List.of("school", "ledger_entry", "ledger_subject", "ledger_head");

    private RawDatabase() {}

    public static void change(DatabasePlace place, List<String> statements) {
        try (var raw = connect(place)) {
            dropTriggers(raw, place);
            raw.setAutoCommit(false);
            for (var statement : statements) {
                run(raw, statement);
            }
            raw.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void withoutForeignKeys(DatabasePlace place, List<String> statements) {
        var all = new ArrayList<String>();
        if (place instanceof DatabasePlace.Postgres) {
            all.add("set session_replication_role = replica");
        }
        all.addAll(statements);
        change(place, all);
    }

    /// Remembers the tables of the ledger and of schools, and gives them back as they were.
    public static Runnable save(DatabasePlace place) {
        var copies = new ArrayList<String>();
        var back = new ArrayList<String>();
        for (var table : LEDGER) {
            copies.add("drop table if exists saved_" + table);
            copies.add("create table saved_" + table + " as select * from " + table);
        }
        for (var table : LEDGER.reversed()) {
            back.add("delete from " + table);
        }
        for (var table : LEDGER) {
            back.add("insert into " + table + " select * from saved_" + table);
        }
        change(place, copies);
        return () -> change(place, back);
    }

    /// Takes every row out of every table, and leaves tables and guards as they are.
    public static void empty(DatabasePlace place) {
        try (var raw = connect(place)) {
            raw.setAutoCommit(false);
            if (place instanceof DatabasePlace.Postgres) {
                run(raw, "set session_replication_role = replica");
                clear(raw, "select tablename from pg_tables where schemaname = 'public'");
            } else {
                var guards = "select %s from sqlite_master where type = 'trigger'";
                var again = listed(raw, guards.formatted("sql"));
                for (var guard : listed(raw, guards.formatted("name"))) {
                    run(raw, "drop trigger " + guard);
                }
                clear(raw, "select name from sqlite_master where type = 'table'");
                for (var guard : again) {
                    run(raw, guard);
                }
            }
            raw.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void clear(Connection raw, String tables) throws SQLException {
        for (var table : listed(raw, tables)) {
            if (!table.equals("flyway_schema_history") && !table.startsWith("sqlite_")) {
                run(raw, "delete from " + table);
            }
        }
    }

    private static List<String> listed(Connection raw, String query) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = raw.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /// SQLite asks for foreign keys on each connection, and this one does not.
    private static Connection connect(DatabasePlace place) throws SQLException {
        return DriverManager.getConnection(
                switch (place) {
                    case DatabasePlace.SqliteFile(var file) -> "jdbc:sqlite:" + file;
                    case DatabasePlace.Postgres(var url) -> url;
                });
    }

    private static void dropTriggers(Connection raw, DatabasePlace place) throws SQLException {
        if (place instanceof DatabasePlace.Postgres) {
            run(raw, "drop trigger if exists ledger_entry_no_change on ledger_entry");
        } else {
            run(raw, "drop trigger if exists ledger_entry_no_update");
            run(raw, "drop trigger if exists ledger_entry_no_delete");
        }
    }

    private static void run(Connection raw, String sql) throws SQLException {
        try (var statement = raw.createStatement()) {
            statement.execute(sql);
        }
    }
}
