// SPDX-License-Identifier: Apache-2.0
package school.lanyard.sealing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The wrapped keys, in a small SQLite file of their own that is backed up apart from the data. A
/// key is on disk before {@link #keep} returns, so it is durable before the first row it seals.
final class KeyStore implements AutoCloseable {

    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this package
    record Wrapped(String id, String school, KeyKind kind, byte[] wrapped, long madeAt) {}

    private final Connection connection;

    private KeyStore(Connection connection) {
        this.connection = connection;
    }

    static KeyStore at(Path file) {
        try {
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
            return new KeyStore(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the key store cannot be opened", e);
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

    private Optional<byte[]> find(String query, String parameter) {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, parameter);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getBytes(1)) : Optional.empty();
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the key store cannot be read", e);
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
            throw new IllegalStateException("the key store cannot be written", e);
        }
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
