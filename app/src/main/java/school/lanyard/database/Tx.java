// SPDX-License-Identifier: Apache-2.0
package school.lanyard.database;

import org.jooq.DSLContext;

/// One transaction on the write connection. What is not done through it is not part of the change.
public interface Tx {

    /// The school whose rows may be changed; every row written carries it.
    String school();

    DSLContext sql();

    /// Runs once the transaction is durable, never if it is rolled back.
    void afterCommit(Runnable action);
}
