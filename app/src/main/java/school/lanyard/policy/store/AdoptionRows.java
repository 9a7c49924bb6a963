// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.store;

import static school.lanyard.database.schema.Tables.POLICY_APPROVAL;
import static school.lanyard.database.schema.Tables.POLICY_CONSULTATION;
import static school.lanyard.database.schema.Tables.POLICY_PROPOSAL;
import static school.lanyard.database.schema.Tables.POLICY_SIGNATURE;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;
import school.lanyard.policy.Adoption.Approval;
import school.lanyard.policy.Adoption.Consultation;
import school.lanyard.policy.Adoption.Proposal;
import school.lanyard.policy.Adoption.Signature;
import school.lanyard.policy.Adoptions.Decision;

/// The steps that one school's drafts have taken.
public final class AdoptionRows {

    private final DSLContext sql;
    private final String school;

    public AdoptionRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public void consult(String draft, String key, String by, Instant at) {
        sql.insertInto(POLICY_CONSULTATION)
                .set(POLICY_CONSULTATION.DRAFT, draft)
                .set(POLICY_CONSULTATION.SCHOOL, school)
                .set(POLICY_CONSULTATION.KEY_ID, key)
                .set(POLICY_CONSULTATION.OPENED_BY, by)
                .set(POLICY_CONSULTATION.OPENED_AT, at)
                .execute();
    }

    public Optional<Consultation> consultation(String draft) {
        return sql.select(
                        POLICY_CONSULTATION.KEY_ID,
                        POLICY_CONSULTATION.OPENED_BY,
                        POLICY_CONSULTATION.OPENED_AT)
                .from(POLICY_CONSULTATION)
                .where(POLICY_CONSULTATION.SCHOOL.eq(school))
                .and(POLICY_CONSULTATION.DRAFT.eq(draft))
                .fetchOptional(Records.mapping(Consultation::new));
    }

    public void propose(String draft, String hash, String by, Instant at) {
        sql.insertInto(POLICY_PROPOSAL)
                .set(POLICY_PROPOSAL.ID, UUID.randomUUID().toString())
                .set(POLICY_PROPOSAL.SCHOOL, school)
                .set(POLICY_PROPOSAL.DRAFT, draft)
                .set(POLICY_PROPOSAL.HASH, hash)
                .set(POLICY_PROPOSAL.MADE_BY, by)
                .set(POLICY_PROPOSAL.MADE_AT, at)
                .execute();
    }

    /// The newest.
    public Optional<Proposal> proposal(String draft) {
        return sql.select(POLICY_PROPOSAL.HASH, POLICY_PROPOSAL.MADE_BY, POLICY_PROPOSAL.MADE_AT)
                .from(POLICY_PROPOSAL)
                .where(POLICY_PROPOSAL.SCHOOL.eq(school))
                .and(POLICY_PROPOSAL.DRAFT.eq(draft))
                .orderBy(POLICY_PROPOSAL.MADE_AT.desc())
                .limit(1)
                .fetchOptional(Records.mapping(Proposal::new));
    }

    public void approve(String draft, String hash, Decision decision, String by, Instant at) {
        sql.insertInto(POLICY_APPROVAL)
                .set(POLICY_APPROVAL.ID, UUID.randomUUID().toString())
                .set(POLICY_APPROVAL.SCHOOL, school)
                .set(POLICY_APPROVAL.DRAFT, draft)
                .set(POLICY_APPROVAL.HASH, hash)
                .set(POLICY_APPROVAL.MET_ON, decision.metOn())
                .set(POLICY_APPROVAL.BODY, decision.body())
                .set(POLICY_APPROVAL.MINUTE_REFERENCE, decision.minute())
                .set(POLICY_APPROVAL.MADE_BY, by)
                .set(POLICY_APPROVAL.MADE_AT, at)
                .execute();
    }

    /// The newest.
    public Optional<Approval> approval(String draft) {
        return sql.select(
                        POLICY_APPROVAL.ID,
                        POLICY_APPROVAL.HASH,
                        POLICY_APPROVAL.MET_ON,
                        POLICY_APPROVAL.BODY,
                        POLICY_APPROVAL.MINUTE_REFERENCE,
                        POLICY_APPROVAL.MADE_BY,
                        POLICY_APPROVAL.MADE_AT)
                .from(POLICY_APPROVAL)
                .where(POLICY_APPROVAL.SCHOOL.eq(school))
                .and(POLICY_APPROVAL.DRAFT.eq(draft))
                .orderBy(POLICY_APPROVAL.MADE_AT.desc())
                .limit(1)
                .fetchOptional(Records.mapping(Approval::new));
    }

    public void sign(String draft, String hash, String role, String by, Instant at) {
        sql.insertInto(POLICY_SIGNATURE)
                .set(POLICY_SIGNATURE.ID, UUID.randomUUID().toString())
                .set(POLICY_SIGNATURE.SCHOOL, school)
                .set(POLICY_SIGNATURE.DRAFT, draft)
                .set(POLICY_SIGNATURE.HASH, hash)
                .set(POLICY_SIGNATURE.ROLE, role)
                .set(POLICY_SIGNATURE.MADE_BY, by)
                .set(POLICY_SIGNATURE.MADE_AT, at)
                .execute();
    }

    /// The newest.
    public Optional<Signature> signature(String draft) {
        return sql.select(
                        POLICY_SIGNATURE.ID,
                        POLICY_SIGNATURE.HASH,
                        POLICY_SIGNATURE.ROLE,
                        POLICY_SIGNATURE.MADE_BY,
                        POLICY_SIGNATURE.MADE_AT)
                .from(POLICY_SIGNATURE)
                .where(POLICY_SIGNATURE.SCHOOL.eq(school))
                .and(POLICY_SIGNATURE.DRAFT.eq(draft))
                .orderBy(POLICY_SIGNATURE.MADE_AT.desc())
                .limit(1)
                .fetchOptional(Records.mapping(Signature::new));
    }
}
