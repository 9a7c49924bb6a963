// SPDX-License-Identifier: Apache-2.0
package school.lanyard.retention.store;

import static org.jooq.impl.DSL.noCondition;
import static school.lanyard.database.schema.Tables.RETENTION_REVIEW;
import static school.lanyard.database.schema.Tables.RETENTION_REVIEW_ANSWER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/// What reviews decided of cases of one school.
public final class ReviewRows {

    /// A review with its sealed reason. Rows are never compared, so an array may stand in one.
    ///
    /// @param keepUntil absent where it decided to dispose of the case
    /// @param agreed what a second person said; absent while none has, or where none is needed
    @SuppressWarnings("ArrayRecordComponent")
    public record Row(
            String id,
            String caseId,
            @Nullable LocalDate keepUntil,
            String keyId,
            byte[] sealed,
            String by,
            Instant at,
            @Nullable Boolean agreed) {

        /// Whether it waits for a second person.
        public boolean waits() {
            return keepUntil == null && agreed == null;
        }
    }

    private final DSLContext sql;
    private final String school;

    public ReviewRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public void add(Row row) {
        sql.insertInto(RETENTION_REVIEW)
                .set(RETENTION_REVIEW.ID, row.id())
                .set(RETENTION_REVIEW.SCHOOL, school)
                .set(RETENTION_REVIEW.CASE_ID, row.caseId())
                .set(RETENTION_REVIEW.KEEP_UNTIL, row.keepUntil())
                .set(RETENTION_REVIEW.KEY_ID, row.keyId())
                .set(RETENTION_REVIEW.SEALED, row.sealed())
                .set(RETENTION_REVIEW.DECIDED_BY, row.by())
                .set(RETENTION_REVIEW.DECIDED_AT, row.at())
                .execute();
    }

    public void answer(String review, boolean agreed, String by, Instant at) {
        sql.insertInto(RETENTION_REVIEW_ANSWER)
                .set(RETENTION_REVIEW_ANSWER.REVIEW, review)
                .set(RETENTION_REVIEW_ANSWER.SCHOOL, school)
                .set(RETENTION_REVIEW_ANSWER.AGREED, agreed)
                .set(RETENTION_REVIEW_ANSWER.ANSWERED_BY, by)
                .set(RETENTION_REVIEW_ANSWER.ANSWERED_AT, at)
                .execute();
    }

    /// What a second person said of a review, as its row stands.
    public record Answered(String caseId, boolean agreed, String by, Instant at) {}

    /// Every answer, to be compared with the ledger.
    public List<Answered> everyAnswer() {
        return sql.select(
                        RETENTION_REVIEW.CASE_ID,
                        RETENTION_REVIEW_ANSWER.AGREED,
                        RETENTION_REVIEW_ANSWER.ANSWERED_BY,
                        RETENTION_REVIEW_ANSWER.ANSWERED_AT)
                .from(RETENTION_REVIEW_ANSWER)
                .join(RETENTION_REVIEW)
                .on(RETENTION_REVIEW.ID.eq(RETENTION_REVIEW_ANSWER.REVIEW))
                .where(RETENTION_REVIEW_ANSWER.SCHOOL.eq(school))
                .fetch(Records.mapping(Answered::new));
    }

    /// Every review, to be compared with the ledger.
    public List<Row> everything() {
        return rows(noCondition());
    }

    /// Every review of these cases, the latest last. The cases have passed the door.
    public List<Row> of(Collection<String> cases) {
        return rows(RETENTION_REVIEW.CASE_ID.in(cases));
    }

    private List<Row> rows(Condition which) {
        return sql.select(
                        RETENTION_REVIEW.ID,
                        RETENTION_REVIEW.CASE_ID,
                        RETENTION_REVIEW.KEEP_UNTIL,
                        RETENTION_REVIEW.KEY_ID,
                        RETENTION_REVIEW.SEALED,
                        RETENTION_REVIEW.DECIDED_BY,
                        RETENTION_REVIEW.DECIDED_AT,
                        RETENTION_REVIEW_ANSWER.AGREED)
                .from(RETENTION_REVIEW)
                .leftJoin(RETENTION_REVIEW_ANSWER)
                .on(RETENTION_REVIEW_ANSWER.REVIEW.eq(RETENTION_REVIEW.ID))
                .where(RETENTION_REVIEW.SCHOOL.eq(school))
                .and(which)
                .orderBy(RETENTION_REVIEW.DECIDED_AT, RETENTION_REVIEW.ID)
                .fetch(Records.mapping(Row::new));
    }
}
