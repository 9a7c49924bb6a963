// SPDX-License-Identifier: Apache-2.0
package school.lanyard.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import school.lanyard.database.DamagedException;
import school.lanyard.database.PrivateFile;

/// The wrapped keys, in a small SQLite file of their own that is backed up apart from the data. A
/// key is on disk before {@link #keep} returns, so it is durable before the first row it seals.
final class KeyStore implements AutoCloseable {

    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this package
    record Wrapped(String id, String school, KeyKind kind, byte[] wrapped, long madeAt) {}

    /// A row as a backup keeps it.
    ///
    /// @param wrapped absent once the key was destroyed
    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this package
    record Kept(
            String id,
            String school,
            String kind,
            byte @Nullable [] wrapped,
            long madeAt,
            @Nullable Long destroyedAt) {}

    /// What {@link #merge} did.
    record Merged(int added, int keptDestroyed, int destroyed) {}

    private final Path file;
    private final Connection connection;

    private KeyStore(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    static KeyStore at(Path file) {
        try {
            PrivateFile.ensure(file);
            var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (var statement = connection.createStatement()) {
                statement.execute("pragma synchronous = full");
                statement.execute("pragma secure_delete = on");
                statement.execute("pragma busy_timeout = 10000");
                statement.execute(
                        """
                        create table if not exists sealing_key (
                            id varchar(36) not null primary key,
                            school varchar(36) not null,
                            kind varchar(10) not null,
                            wrapped blob,
                            made_at bigint not null,
                            destroyed_at bigint)
                        """);
                statement.execute(
                        "create unique index if not exists one_school_key on sealing_key (school)"
                                + " where kind = 'school'");
            }
            connection.setAutoCommit(false);
            return new KeyStore(file, connection);
        } catch (SQLException e) {
            throw failed(file, "the key store cannot be opened", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the key store cannot be made", e);
        }
    }

    synchronized void keep(List<Wrapped> keys) {
        change(
                "insert into sealing_key (id, school, kind, wrapped, made_at) values (?, ?, ?, ?, ?)",
                statement -> {
                    for (var key : keys) {
                        statement.setString(1, key.id());
                        statement.setString(2, key.school());
                        statement.setString(3, key.kind().stored());
                        statement.setBytes(4, key.wrapped());
                        statement.setLong(5, key.madeAt());
                        statement.addBatch();
                    }
                    statement.executeBatch();
                });
    }

    synchronized Optional<byte[]> find(String id) {
        return find("select wrapped from sealing_key where id = ?", id);
    }

    synchronized Optional<String> schoolKey(String school) {
        return find("select id from sealing_key where kind = 'school' and school = ?", school)
                .map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
    }

    /// Overwrites the key and leaves the row, so that a restore knows what to destroy again.
    synchronized void destroy(String id, long at) {
        change(
                "update sealing_key set wrapped = null, destroyed_at = ? where id = ? and"
                        + " destroyed_at is null",
                statement -> {
                    statement.setLong(1, at);
                    statement.setString(2, id);
                    statement.executeUpdate();
                });
    }

    /// Every row, as of one moment.
    synchronized List<Kept> everything() {
        var kept = new ArrayList<Kept>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select id, school, kind, wrapped, made_at, destroyed_at from"
                                        + " sealing_key order by id")) {
            while (rows.next()) {
                var destroyedAt = rows.getLong(6);
                kept.add(
                        new Kept(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getString(3),
                                rows.getBytes(4),
                                rows.getLong(5),
                                rows.wasNull() ? null : destroyedAt));
            }
            connection.rollback();
        } catch (SQLException e) {
            throw failed(file, "the key store cannot be read", e);
        }
        return kept;
    }

    synchronized KeyStates states() {
        var all = everything();
        return new KeyStates(
                ids(all.stream().filter(key -> key.wrapped() != null).map(Kept::id)),
                ids(all.stream().filter(key -> key.wrapped() == null).map(Kept::id)),
                ids(
                        all.stream()
                                .filter(key -> key.kind().equals(KeyKind.SCHOOL.stored()))
                                .filter(key -> key.wrapped() != null)
                                .map(Kept::school)));
    }

    private static Set<String> ids(Stream<String> ids) {
        return ids.collect(Collectors.toUnmodifiableSet());
    }

    /// Adds what another copy of this store has, in one change. Destroyed in either is destroyed.
    ///
    /// @throws KeyBackup.MismatchException if it is not a copy of this store
    synchronized Merged merge(List<Kept> others) {
        var mine = everything().stream().collect(Collectors.toMap(Kept::id, key -> key));
        var schoolKeys =
                mine.values().stream()
                        .filter(key -> key.kind().equals(KeyKind.SCHOOL.stored()))
                        .collect(Collectors.toMap(Kept::school, Kept::id));
        var added = new ArrayList<Kept>();
        var destroyed = new ArrayList<Kept>();
        var keptDestroyed = 0;
        for (var other : others) {
            var own = mine.get(other.id());
            if (own == null) {
                mustFit(other, schoolKeys);
                added.add(other);
            } else if (own.wrapped() == null) {
                keptDestroyed += other.wrapped() == null ? 0 : 1;
            } else if (other.wrapped() == null) {
                destroyed.add(other);
            } else if (!Arrays.equals(own.wrapped(), other.wrapped())) {
                throw new KeyBackup.MismatchException(
                        "a key in the backup differs from the one here");
            }
        }
        write(added, destroyed);
        return new Merged(added.size(), keptDestroyed, destroyed.size());
    }

    private static void mustFit(Kept other, Map<String, String> schoolKeys) {
        if (other.kind().equals(KeyKind.SCHOOL.stored())
                && schoolKeys.containsKey(other.school())) {
            throw new KeyBackup.MismatchException(
                    "a school has another key here than in the backup");
        }
    }

    /// Both in one transaction.
    private void write(List<Kept> added, List<Kept> destroyed) {
        change(
                "insert into sealing_key (id, school, kind, wrapped, made_at, destroyed_at) values"
                        + " (?, ?, ?, ?, ?, ?)",
                statement -> {
                    for (var key : added) {
                        statement.setString(1, key.id());
                        statement.setString(2, key.school());
                        statement.setString(3, key.kind());
                        statement.setBytes(4, key.wrapped());
                        statement.setLong(5, key.madeAt());
                        statement.setObject(6, key.destroyedAt());
                        statement.addBatch();
                    }
                    statement.executeBatch();
                    destroy(destroyed);
                });
    }

    private void destroy(List<Kept> destroyed) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "update sealing_key set wrapped = null, destroyed_at = ? where id = ?")) {
            for (var key : destroyed) {
                statement.setObject(1, key.destroyedAt());
                statement.setString(2, key.id());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private Optional<byte[]> find(String query, String parameter) {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, parameter);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getBytes(1)) : Optional.empty();
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw failed(file, "the key store cannot be read", e);
        }
    }

    private interface Filling {
        void accept(java.sql.PreparedStatement statement) throws SQLException;
    }

    private void change(String sql, Filling filling) {
        try (var statement = connection.prepareStatement(sql)) {
            filling.accept(statement);
            connection.commit();
        } catch (SQLException e) {
            undo();
            throw failed(file, "the key store cannot be written", e);
        }
    }

    private static RuntimeException failed(Path file, String what, SQLException e) {
        return DamagedException.isCauseOf(e)
                ? new DamagedKeysException(file, e)
                : new IllegalStateException(what, e);
    }

    private void undo() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException("the key store cannot be rolled back", e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the key store cannot be closed", e);
        }
    }
}
