// SPDX-License-Identifier: Apache-2.0
package school.lanyard.database;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jooq.SQLDialect;

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
        var guard = pools.dialect() == SQLDialect.POSTGRES ? POSTGRES_GUARD : SQLITE_GUARD;
        Flyway.configure()
                .dataSource(pools.writer())
                .locations("classpath:db/migration")
                .placeholders(Map.of("append_only", guard))
                .load()
                .migrate();
    }
}
