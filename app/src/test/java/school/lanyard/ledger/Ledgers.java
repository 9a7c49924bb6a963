// SPDX-License-Identifier: Apache-2.0
package school.lanyard.ledger;

import school.lanyard.database.Database;
import school.lanyard.sealing.Seals;

/// Ledgers for tests without Spring.
public final class Ledgers {

    private Ledgers() {}

    public static Ledger of(Database database, Seals seals) {
        return new Ledger(database, seals);
    }
}
