// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.store;

import static school.lanyard.database.schema.Tables.EDITION_DECISION;
import static school.lanyard.database.schema.Tables.EDITION_REQUEST;
import static school.lanyard.database.schema.Tables.POLICY_APPROVAL;
import static school.lanyard.database.schema.Tables.POLICY_DRAFT;
import static school.lanyard.database.schema.Tables.POLICY_PUBLICATION;
import static school.lanyard.database.schema.Tables.POLICY_REVIEW;
import static school.lanyard.database.schema.Tables.POLICY_SIGNATURE;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import school.lanyard.policy.Adoption.Approval;
import school.lanyard.policy.Adoption.Signature;

/// Which draft each of a school's editions came from, and what was approved and signed.
public final class PublicationRows {

    /// Where an edition came from.
    ///
    /// @param review that led to it, and its occasion; absent where none did
    public record Row(
            Approval approval,
            Signature signature,
            @Nullable String review,
            @Nullable String occasion) {}

    private final DSLContext sql;
    private final String school;

    public PublicationRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public void insert(
            String id, String draft, String approval, String signature, String by, Instant at) {
        sql.insertInto(POLICY_PUBLICATION)
                .set(POLICY_PUBLICATION.ID, id)
                .set(POLICY_PUBLICATION.SCHOOL, school)
                .set(POLICY_PUBLICATION.DRAFT, draft)
                .set(POLICY_PUBLICATION.APPROVAL, approval)
                .set(POLICY_PUBLICATION.SIGNATURE, signature)
                .set(POLICY_PUBLICATION.MADE_BY, by)
                .set(POLICY_PUBLICATION.MADE_AT, at)
                .execute();
    }

    /// The draft that an edition, or one that waits, came from.
    public Optional<String> draftOf(String id) {
        return sql.select(POLICY_PUBLICATION.DRAFT)
                .from(POLICY_PUBLICATION)
                .where(POLICY_PUBLICATION.SCHOOL.eq(school))
                .and(POLICY_PUBLICATION.ID.eq(id))
                .fetchOptional(POLICY_PUBLICATION.DRAFT);
    }

    /// Whether a draft waits for a second person, asked since a time.
    public boolean waits(String draft, Instant since) {
        return sql.fetchExists(
                sql.selectOne()
                        .from(POLICY_PUBLICATION)
                        .join(EDITION_REQUEST)
                        .on(EDITION_REQUEST.ID.eq(POLICY_PUBLICATION.ID))
                        .leftJoin(EDITION_DECISION)
                        .on(EDITION_DECISION.REQUEST.eq(EDITION_REQUEST.ID))
                        .where(POLICY_PUBLICATION.SCHOOL.eq(school))
                        .and(POLICY_PUBLICATION.DRAFT.eq(draft))
                        .and(EDITION_REQUEST.ASKED_AT.gt(since))
                        .and(EDITION_DECISION.REQUEST.isNull()));
    }

    /// Where each edition came from, by its id; a first edition is not among them.
    public Map<String, Row> all() {
        return sql.select()
                .from(POLICY_PUBLICATION)
                .join(POLICY_APPROVAL)
                .on(POLICY_APPROVAL.ID.eq(POLICY_PUBLICATION.APPROVAL))
                .join(POLICY_SIGNATURE)
                .on(POLICY_SIGNATURE.ID.eq(POLICY_PUBLICATION.SIGNATURE))
                .join(POLICY_DRAFT)
                .on(POLICY_DRAFT.ID.eq(POLICY_PUBLICATION.DRAFT))
                .leftJoin(POLICY_REVIEW)
                .on(POLICY_REVIEW.ID.eq(POLICY_DRAFT.REVIEW))
                .where(POLICY_PUBLICATION.SCHOOL.eq(school))
                .fetchMap(
                        row -> row.get(POLICY_PUBLICATION.ID),
                        row ->
                                new Row(
                                        new Approval(
                                                row.get(POLICY_APPROVAL.ID),
                                                row.get(POLICY_APPROVAL.HASH),
                                                row.get(POLICY_APPROVAL.MET_ON),
                                                row.get(POLICY_APPROVAL.BODY),
                                                row.get(POLICY_APPROVAL.MINUTE_REFERENCE),
                                                row.get(POLICY_APPROVAL.MADE_BY),
                                                row.get(POLICY_APPROVAL.MADE_AT)),
                                        new Signature(
                                                row.get(POLICY_SIGNATURE.ID),
                                                row.get(POLICY_SIGNATURE.HASH),
                                                row.get(POLICY_SIGNATURE.ROLE),
                                                row.get(POLICY_SIGNATURE.MADE_BY),
                                                row.get(POLICY_SIGNATURE.MADE_AT)),
                                        row.get(POLICY_REVIEW.ID),
                                        row.get(POLICY_REVIEW.OCCASION)));
    }
}
