// SPDX-License-Identifier: Apache-2.0
package school.lanyard.ledger.store;

import static org.jooq.impl.DSL.selectDistinct;
import static school.lanyard.database.schema.Tables.APPOINTMENT;
import static school.lanyard.database.schema.Tables.CASE_FILE;
import static school.lanyard.database.schema.Tables.LEDGER_ENTRY;
import static school.lanyard.database.schema.Tables.LEDGER_HEAD;
import static school.lanyard.database.schema.Tables.SCHOOL;

import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/// Which schools have a chain.
public final class Chains {

    private Chains() {}

    /// Every school has one, if only an empty one. A chain whose school's row somebody has removed
    /// is still one to prove, and so is one that was removed whole while cases or posts were left.
    public static List<String> all(DSLContext sql) {
        var schools =
                sql.select(SCHOOL.ID)
                        .from(SCHOOL)
                        .orderBy(SCHOOL.CREATED_AT, SCHOOL.ID)
                        .fetch(SCHOOL.ID);
        var chained =
                sql.select(LEDGER_HEAD.SCHOOL)
                        .from(LEDGER_HEAD)
                        .union(selectDistinct(LEDGER_ENTRY.SCHOOL).from(LEDGER_ENTRY))
                        .union(selectDistinct(CASE_FILE.SCHOOL).from(CASE_FILE))
                        .union(selectDistinct(APPOINTMENT.SCHOOL).from(APPOINTMENT))
                        .fetch(LEDGER_HEAD.SCHOOL);
        return Stream.concat(schools.stream(), chained.stream().sorted()).distinct().toList();
    }
}
