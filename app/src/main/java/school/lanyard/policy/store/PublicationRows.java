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
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
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
        var approval =
                DSL.row(
                                POLICY_APPROVAL.ID,
                                POLICY_APPROVAL.HASH,
                                POLICY_APPROVAL.MET_ON,
                                POLICY_APPROVAL.BODY,
                                POLICY_APPROVAL.MINUTE_REFERENCE,
                                POLICY_APPROVAL.MADE_BY,
                                POLICY_APPROVAL.MADE_AT)
                        .mapping(Approval::new);
        var signature =
                DSL.row(
                                POLICY_SIGNATURE.ID,
                                POLICY_SIGNATURE.HASH,
                                POLICY_SIGNATURE.ROLE,
                                POLICY_SIGNATURE.MADE_BY,
                                POLICY_SIGNATURE.MADE_AT)
                        .mapping(Signature::new);
        return sql
                .select(
                        POLICY_PUBLICATION.ID,
                        approval,
                        signature,
                        POLICY_REVIEW.ID,
                        POLICY_REVIEW.OCCASION)
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
                .fetch(Records.mapping(Found::new))
                .stream()
                .collect(Collectors.toMap(Found::edition, Found::row));
    }

    private record Found(
            String edition,
            Approval approval,
            Signature signature,
            @Nullable String review,
            @Nullable String occasion) {

        Row row() {
            return new Row(approval, signature, review, occasion);
        }
    }
}
