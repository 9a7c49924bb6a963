// SPDX-License-Identifier: Apache-2.0
package school.lanyard.ledger.store;

import static school.lanyard.database.schema.Tables.SCHOOL;

import java.util.List;
import org.jooq.DSLContext;

/// Which schools have a chain.
public final class Chains {

    private Chains() {}

    /// Every school has one, if only an empty one.
    public static List<String> all(DSLContext sql) {
        return sql.select(SCHOOL.ID)
                .from(SCHOOL)
                .orderBy(SCHOOL.CREATED_AT, SCHOOL.ID)
                .fetch(SCHOOL.ID);
    }
}
