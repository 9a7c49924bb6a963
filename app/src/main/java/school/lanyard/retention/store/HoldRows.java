// SPDX-License-Identifier: Apache-2.0
package school.lanyard.retention.store;

import static school.lanyard.database.schema.Tables.RETENTION_HOLD;
import static school.lanyard.database.schema.Tables.RETENTION_HOLD_END;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;

/// What holds cases of one school back from disposal.
public final class HoldRows {

    /// A hold with its sealed reason. Rows are never compared, so an array may stand in one.
    @SuppressWarnings("ArrayRecordComponent")
    public record Row(
            String id, String caseId, String keyId, byte[] sealed, String by, Instant at) {}

    private final DSLContext sql;
    private final String school;

    public HoldRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public void hold(Row row) {
        sql.insertInto(RETENTION_HOLD)
                .set(RETENTION_HOLD.ID, row.id())
                .set(RETENTION_HOLD.SCHOOL, school)
                .set(RETENTION_HOLD.CASE_ID, row.caseId())
                .set(RETENTION_HOLD.KEY_ID, row.keyId())
                .set(RETENTION_HOLD.SEALED, row.sealed())
                .set(RETENTION_HOLD.HELD_BY, row.by())
                .set(RETENTION_HOLD.HELD_AT, row.at())
                .execute();
    }

    /// Ends a hold.
    ///
    /// @param row its own id, the case, and why
    public void end(String hold, Row row) {
        sql.insertInto(RETENTION_HOLD_END)
                .set(RETENTION_HOLD_END.ID, row.id())
                .set(RETENTION_HOLD_END.HOLD, hold)
                .set(RETENTION_HOLD_END.SCHOOL, school)
                .set(RETENTION_HOLD_END.KEY_ID, row.keyId())
                .set(RETENTION_HOLD_END.SEALED, row.sealed())
                .set(RETENTION_HOLD_END.ENDED_BY, row.by())
                .set(RETENTION_HOLD_END.ENDED_AT, row.at())
                .execute();
    }

    /// Every hold, to be compared with the ledger.
    public List<Row> everyHold() {
        return sql.select(
                        RETENTION_HOLD.ID,
                        RETENTION_HOLD.CASE_ID,
                        RETENTION_HOLD.KEY_ID,
                        RETENTION_HOLD.SEALED,
                        RETENTION_HOLD.HELD_BY,
                        RETENTION_HOLD.HELD_AT)
                .from(RETENTION_HOLD)
                .where(RETENTION_HOLD.SCHOOL.eq(school))
                .fetch(Records.mapping(Row::new));
    }

    /// Every end of one, with the case of its hold.
    public List<Row> everyEnd() {
        return sql.select(
                        RETENTION_HOLD_END.ID,
                        RETENTION_HOLD.CASE_ID,
                        RETENTION_HOLD_END.KEY_ID,
                        RETENTION_HOLD_END.SEALED,
                        RETENTION_HOLD_END.ENDED_BY,
                        RETENTION_HOLD_END.ENDED_AT)
                .from(RETENTION_HOLD_END)
                .join(RETENTION_HOLD)
                .on(RETENTION_HOLD.ID.eq(RETENTION_HOLD_END.HOLD))
                .where(RETENTION_HOLD_END.SCHOOL.eq(school))
                .fetch(Records.mapping(Row::new));
    }

    /// The holds on these cases that have not ended. The cases have passed the door.
    public List<Row> standing(Collection<String> cases) {
        return sql.select(
                        RETENTION_HOLD.ID,
                        RETENTION_HOLD.CASE_ID,
                        RETENTION_HOLD.KEY_ID,
                        RETENTION_HOLD.SEALED,
                        RETENTION_HOLD.HELD_BY,
                        RETENTION_HOLD.HELD_AT)
                .from(RETENTION_HOLD)
                .leftJoin(RETENTION_HOLD_END)
                .on(RETENTION_HOLD_END.HOLD.eq(RETENTION_HOLD.ID))
                .where(RETENTION_HOLD.SCHOOL.eq(school))
                .and(RETENTION_HOLD.CASE_ID.in(cases))
                .and(RETENTION_HOLD_END.HOLD.isNull())
                .orderBy(RETENTION_HOLD.HELD_AT)
                .fetch(Records.mapping(Row::new));
    }
}
