// SPDX-License-Identifier: Apache-2.0
package school.lanyard.database;

import static school.lanyard.database.schema.Tables.SCHOOL;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/// Reads many at a time; writes one at a time in a school.
///
/// On SQLite there is one write connection, so writers queue. On PostgreSQL a writer first locks
/// its school's row, so a change sees every earlier change of that school on either database. A
/// failure that leaves {@link #write} means that nothing was stored.
public final class Database implements AutoCloseable {

    private static final ScopedValue<Boolean> WRITING = ScopedValue.newInstance();

    private final Pools pools;
    private final DSLContext writer;
    private final DSLContext reader;

    Database(Pools pools) {
        this.pools = pools;
        this.writer = DSL.using(pools.writer(), pools.dialect(), settings());
        this.reader = DSL.using(pools.reader(), pools.dialect(), settings());
    }

    /// Opens the database at the place, bringing its tables up to date first.
    public static Database open(DatabasePlace place) {
        var pools = Pools.open(place);
        try {
            Migrations.bringUpToDate(pools);
            return new Database(pools);
        } catch (RuntimeException e) {
            pools.close();
            throw e;
        }
    }

    /// Opens the database at the place to look at it: nothing is brought up to date or written,
    /// also while a server runs on it.
    public static Database openToRead(DatabasePlace place) {
        return new Database(Pools.openToRead(place));
    }

    public <T> T read(Function<DSLContext, T> query) {
        return query.apply(reader);
    }

    /// Does the work in one transaction as the school's only writer.
    public <T> T write(String school, Function<Tx, T> work) {
        return inTransaction(
                school,
                tx -> {
                    lock(tx.sql(), school);
                    return work.apply(tx);
                });
    }

    /// As {@link #write}, for work that returns nothing.
    public void change(String school, Consumer<Tx> work) {
        write(
                school,
                tx -> {
                    work.accept(tx);
                    return true;
                });
    }

    /// Founds a school: the one write that has no school row to lock yet.
    public <T> T found(String school, Function<Tx, T> work) {
        return inTransaction(school, work);
    }

    public SQLDialect dialect() {
        return pools.dialect();
    }

    @Override
    public void close() {
        pools.close();
    }

    private <T> T inTransaction(String school, Function<Tx, T> work) {
        if (WRITING.isBound()) {
            throw new IllegalStateException("a write inside a write would wait for itself");
        }
        var after = new ArrayList<Runnable>();
        T result =
                ScopedValue.where(WRITING, true)
                        .call(() ->
                                writer.transactionResult(configuration ->
                                        work.apply(
                                                new OpenTx(school, configuration.dsl(), after))));
        after.forEach(Runnable::run);
        return result;
    }

    private void lock(DSLContext sql, String school) {
        var found =
                pools.dialect() == SQLDialect.POSTGRES
                        ? sql.select(SCHOOL.ID)
                                .from(SCHOOL)
                                .where(SCHOOL.ID.eq(school))
                                .forUpdate()
                                .fetchOne()
                        : sql.select(SCHOOL.ID).from(SCHOOL).where(SCHOOL.ID.eq(school)).fetchOne();
        if (found == null) {
            throw new IllegalArgumentException("no such school");
        }
    }

    static Settings settings() {
        return new Settings().withExecuteLogging(false).withReturnAllOnUpdatableRecord(false);
    }

    private record OpenTx(String school, DSLContext sql, List<Runnable> after) implements Tx {
        @Override
        public void afterCommit(Runnable action) {
            after.add(action);
        }
    }
}
