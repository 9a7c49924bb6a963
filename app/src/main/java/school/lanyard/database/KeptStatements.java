// SPDX-License-Identifier: Apache-2.0
package school.lanyard.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.DelegatingPreparedStatement;
import org.apache.commons.dbcp2.PoolingConnection;
import org.apache.commons.pool2.impl.GenericKeyedObjectPool;
import org.apache.commons.pool2.impl.GenericKeyedObjectPoolConfig;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// SQLite connections that keep what they prepared. SQLite plans a query each time that it is
/// prepared, and planning the door's takes fifty times as long as running it (ADR 0075).
/// PostgreSQL's driver keeps its own.
final class KeptStatements extends DelegatingDataSource {

    /// The most that one connection keeps. The one that was not used for longest goes first.
    private static final int MOST = 128;

    KeptStatements(DataSource connections) {
        super(connections);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = new PoolingConnection(super.getConnection());
        connection.setStatementPool(new GenericKeyedObjectPool<>(connection, settings()));
        return connection;
    }

    private static GenericKeyedObjectPoolConfig<DelegatingPreparedStatement> settings() {
        var settings = new GenericKeyedObjectPoolConfig<DelegatingPreparedStatement>();
        settings.setMaxTotal(MOST);
        settings.setMaxTotalPerKey(-1);
        settings.setMaxIdlePerKey(1);
        settings.setBlockWhenExhausted(false);
        settings.setJmxEnabled(false);
        return settings;
    }
}
