// SPDX-License-Identifier: Apache-2.0
package school.lanyard.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;
import org.jooq.SQLDialect;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// One writer and several readers. With more than one SQLite writer, waiting pins the carrier
/// threads of virtual threads and failed transactions were seen to be stored (ADR 0003).
record Pools(HikariDataSource writer, HikariDataSource reader, SQLDialect dialect)
        implements AutoCloseable {

    private static final int READERS = 4;
    private static final int POSTGRES_WRITERS = 4;

    static Pools open(DatabasePlace place) {
        return switch (place) {
            case DatabasePlace.SqliteFile(var file) -> sqlite(file);
            case DatabasePlace.Postgres(var url) -> postgres(url);
        };
    }

    /// Readers alone: the database refuses whatever would write.
    static Pools openToRead(DatabasePlace place) {
        var pool =
                switch (place) {
                    case DatabasePlace.SqliteFile(var file) ->
                            sqlite("reader", file, READERS, true, sqliteReader());
                    case DatabasePlace.Postgres(var url) -> pool("reader", url, READERS, true);
                };
        return new Pools(
                pool,
                pool,
                place instanceof DatabasePlace.Postgres ? SQLDialect.POSTGRES : SQLDialect.SQLITE);
    }

    private static Pools sqlite(Path file) {
        try {
            PrivateFile.ensure(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the database cannot be made: " + file, e);
        }
        return new Pools(
                sqlite("writer", file, 1, false, sqliteWriter()),
                sqlite("reader", file, READERS, true, sqliteReader()),
                SQLDialect.SQLITE);
    }

    private static HikariDataSource sqlite(
            String name, Path file, int size, boolean readOnly, Properties settings) {
        try {
            var connections = new SQLiteDataSource(new SQLiteConfig(settings));
            connections.setUrl("jdbc:sqlite:" + file);
            var config = config(name, size, readOnly);
            config.setDataSource(new KeptStatements(connections));
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            if (DamagedException.isCauseOf(e)) {
                throw new DamagedException(file, e);
            }
            throw e;
        }
    }

    private static Pools postgres(String url) {
        return new Pools(
                pool("writer", url, POSTGRES_WRITERS, false),
                pool("reader", url, READERS, true),
                SQLDialect.POSTGRES);
    }

    private static Properties sqliteWriter() {
        var settings = new Properties();
        settings.setProperty("journal_mode", "WAL");
        settings.setProperty("synchronous", "FULL");
        settings.setProperty("foreign_keys", "true");
        settings.setProperty("transaction_mode", "IMMEDIATE");
        settings.setProperty("busy_timeout", "10000");
        return settings;
    }

    static Properties sqliteReader() {
        var settings = new Properties();
        settings.setProperty("open_mode", "1");
        settings.setProperty("busy_timeout", "10000");
        return settings;
    }

    private static HikariDataSource pool(String name, String url, int size, boolean readOnly) {
        var config = config(name, size, readOnly);
        config.setJdbcUrl(url);
        return new HikariDataSource(config);
    }

    private static HikariConfig config(String name, int size, boolean readOnly) {
        var config = new HikariConfig();
        config.setPoolName("lanyard-" + name);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setReadOnly(readOnly);
        return config;
    }

    @Override
    public void close() {
        reader.close();
        writer.close();
    }
}
