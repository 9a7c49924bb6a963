// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.store;

import static school.lanyard.database.schema.Tables.POLICY_DRAFT;
import static school.lanyard.database.schema.Tables.POLICY_DRAFT_END;
import static school.lanyard.database.schema.Tables.POLICY_REVIEW;
import static school.lanyard.database.schema.Tables.POLICY_REVIEW_END;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Why one school looks at its policy again, and how each review ended.
public final class ReviewRows {

    /// A review as it is kept.
    ///
    /// @param keyId of what was said about it; absent with `sealed` where nothing was
    @SuppressWarnings("ArrayRecordComponent") // opened at once, never compared
    public record Row(
            String id,
            String occasion,
            @Nullable String keyId,
            byte @Nullable [] sealed,
            String openedBy,
            Instant openedAt) {}

    private final DSLContext sql;
    private final String school;

    public ReviewRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public void insert(Row row) {
        sql.insertInto(POLICY_REVIEW)
                .set(POLICY_REVIEW.ID, row.id())
                .set(POLICY_REVIEW.SCHOOL, school)
                .set(POLICY_REVIEW.OCCASION, row.occasion())
                .set(POLICY_REVIEW.KEY_ID, row.keyId())
                .set(POLICY_REVIEW.SEALED, row.sealed())
                .set(POLICY_REVIEW.OPENED_BY, row.openedBy())
                .set(POLICY_REVIEW.OPENED_AT, row.openedAt())
                .execute();
    }

    public void end(String review, String by, Instant at) {
        sql.insertInto(POLICY_REVIEW_END)
                .set(POLICY_REVIEW_END.REVIEW, review)
                .set(POLICY_REVIEW_END.SCHOOL, school)
                .set(POLICY_REVIEW_END.ENDED_BY, by)
                .set(POLICY_REVIEW_END.ENDED_AT, at)
                .execute();
    }

    public Optional<Row> find(String review) {
        return where(POLICY_REVIEW.ID.eq(review)).stream().findFirst();
    }

    public boolean isOpen(String review) {
        return open().stream().anyMatch(each -> each.id().equals(review));
    }

    /// Reviews that nobody ended and from which no edition came.
    public List<Row> open() {
        var published =
                DSL.exists(
                        DSL.selectOne()
                                .from(POLICY_DRAFT)
                                .join(POLICY_DRAFT_END)
                                .on(POLICY_DRAFT_END.DRAFT.eq(POLICY_DRAFT.ID))
                                .where(POLICY_DRAFT.REVIEW.eq(POLICY_REVIEW.ID))
                                .and(POLICY_DRAFT_END.PUBLISHED.isTrue()));
        var ended =
                DSL.exists(
                        DSL.selectOne()
                                .from(POLICY_REVIEW_END)
                                .where(POLICY_REVIEW_END.REVIEW.eq(POLICY_REVIEW.ID)));
        return where(DSL.not(published).and(DSL.not(ended)));
    }

    private List<Row> where(Condition which) {
        return sql.select(
                        POLICY_REVIEW.ID,
                        POLICY_REVIEW.OCCASION,
                        POLICY_REVIEW.KEY_ID,
                        POLICY_REVIEW.SEALED,
                        POLICY_REVIEW.OPENED_BY,
                        POLICY_REVIEW.OPENED_AT)
                .from(POLICY_REVIEW)
                .where(POLICY_REVIEW.SCHOOL.eq(school))
                .and(which)
                .orderBy(POLICY_REVIEW.OPENED_AT, POLICY_REVIEW.ID)
                .fetch(Records.mapping(Row::new));
    }
}
