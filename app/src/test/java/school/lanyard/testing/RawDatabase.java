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
