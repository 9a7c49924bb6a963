// SPDX-License-Identifier: Apache-2.0
package school.lanyard.ledger.store;

import static school.lanyard.database.schema.Tables.LEDGER_PROOF;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;

/// How far one school's chain was proved.
public final class ProvedRows {

    /// The last entry that was proved, and when the chain was last proved from its first entry.
    public record Proved(long sequence, String hash, Instant wholeAt) {}

    private final DSLContext sql;
    private final String school;

    public ProvedRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public Optional<Proved> last() {
        return sql.select(LEDGER_PROOF.SEQ, LEDGER_PROOF.HASH, LEDGER_PROOF.WHOLE_AT)
                .from(LEDGER_PROOF)
                .where(LEDGER_PROOF.SCHOOL.eq(school))
                .fetchOptional(Records.mapping(Proved::new));
    }

    public void keep(Proved proved) {
        sql.insertInto(LEDGER_PROOF)
                .set(LEDGER_PROOF.SCHOOL, school)
                .set(LEDGER_PROOF.SEQ, proved.sequence())
                .set(LEDGER_PROOF.HASH, proved.hash())
                .set(LEDGER_PROOF.WHOLE_AT, proved.wholeAt())
                .onConflict(LEDGER_PROOF.SCHOOL)
                .doUpdate()
                .set(LEDGER_PROOF.SEQ, proved.sequence())
                .set(LEDGER_PROOF.HASH, proved.hash())
                .set(LEDGER_PROOF.WHOLE_AT, proved.wholeAt())
                .execute();
    }
}
