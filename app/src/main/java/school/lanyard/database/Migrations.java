// SPDX-License-Identifier: Apache-2.0
package school.lanyard.database;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jooq.SQLDialect;
import org.sqlite.SQLiteDataSource;

/// Brings the tables up to date. One set of migrations serves both databases; the only difference
/// is how each is told that the ledger is append-only.
final class Migrations {

    private static final String SQLITE_GUARD =
            """
            create trigger ledger_entry_no_update before update on ledger_entry
            begin select raise(abort, 'the ledger is append-only'); end;
            create trigger ledger_entry_no_delete before delete on ledger_entry
            begin select raise(abort, 'the ledger is append-only'); end;
            """;

    private static final String POSTGRES_GUARD =
            """
            create function ledger_append_only() returns trigger language plpgsql as
            $guard$ begin raise exception 'the ledger is append-only'; end $guard$;
            create trigger ledger_entry_no_change before update or delete on ledger_entry
            for each row execute function ledger_append_only();
            """;

    private Migrations() {}

    static void bringUpToDate(Pools pools) {
        settings(pools.writer(), pools.dialect()).load().migrate();
    }

    /// Makes the tables as they were at an earlier migration.
    static void bringTo(Pools pools, String version) {
        settings(pools.writer(), pools.dialect()).target(version).load().migrate();
    }

    /// The versions of every migration that this program has.
    static Set<String> known() {
        var nowhere = new SQLiteDataSource();
        nowhere.setUrl("jdbc:sqlite::memory:");
        return Arrays.stream(settings(nowhere, SQLDialect.SQLITE).load().info().all())
                .map(migration -> String.valueOf(migration.getVersion()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static FluentConfiguration settings(DataSource source, SQLDialect dialect) {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .placeholders(
                        Map.of(
                                "append_only",
                                dialect == SQLDialect.POSTGRES ? POSTGRES_GUARD : SQLITE_GUARD));
    }
}
