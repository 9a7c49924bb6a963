// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations.store;

import static school.lanyard.database.schema.Tables.ATTESTATION;
import static school.lanyard.database.schema.Tables.ATTESTATION_WITHDRAWAL;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import school.lanyard.attestations.Attestation;
import school.lanyard.attestations.Attestation.Form;
import school.lanyard.attestations.Attestation.Way;

/// The attestations of one school.
public final class AttestationRows {

    /// An attestation as it lies: what was typed is sealed.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Row(Attestation attestation, String keyId, byte[] sealed) {}

    private static final List<SelectField<?>> COLUMNS =
            List.of(
                    ATTESTATION.ID,
                    ATTESTATION.AGREEMENT,
                    ATTESTATION.FORM,
                    ATTESTATION.WAY,
                    ATTESTATION.EDITION,
                    ATTESTATION.TEXT_HASH,
                    ATTESTATION.SUBJECT,
                    ATTESTATION.SIGNER,
                    ATTESTATION.SIGNED_ON,
                    ATTESTATION.RECORDED_BY,
                    ATTESTATION.RECORDED_AT,
                    ATTESTATION.KEY_ID,
                    ATTESTATION.SEALED);

    private final DSLContext sql;
    private final String school;

    public AttestationRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    /// Adds one.
    ///
    /// @return false if it is there already
    public boolean insert(Row row) {
        var it = row.attestation();
        return sql.insertInto(ATTESTATION)
                        .set(ATTESTATION.ID, it.id())
                        .set(ATTESTATION.SCHOOL, school)
                        .set(ATTESTATION.AGREEMENT, it.agreement())
                        .set(ATTESTATION.FORM, it.form().name())
                        .set(ATTESTATION.WAY, it.way().name())
                        .set(ATTESTATION.EDITION, it.edition())
                        .set(ATTESTATION.TEXT_HASH, it.textHash())
                        .set(ATTESTATION.SUBJECT, it.subject())
                        .set(ATTESTATION.SIGNER, it.signer())
                        .set(ATTESTATION.SIGNED_ON, it.signedOn())
                        .set(ATTESTATION.KEY_ID, row.keyId())
                        .set(ATTESTATION.SEALED, row.sealed())
                        .set(ATTESTATION.RECORDED_BY, it.recordedBy())
                        .set(ATTESTATION.RECORDED_AT, it.recordedAt())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /// Everything about people by name that counted at a moment.
    public List<Attestation> counting(Instant at) {
        return where(
                ATTESTATION
                        .SUBJECT
                        .isNotNull()
                        .and(ATTESTATION.RECORDED_AT.le(at))
                        .and(notWithdrawnBy(at)));
    }

    /// What counts now about some people.
    public List<Attestation> about(Collection<String> people, Instant at) {
        return where(ATTESTATION.SUBJECT.in(people).and(notWithdrawnBy(at)));
    }

    /// What counts now of one text.
    public List<Attestation> of(String agreement, Instant at) {
        return where(
                ATTESTATION
                        .AGREEMENT
                        .eq(agreement)
                        .and(ATTESTATION.SUBJECT.isNotNull())
                        .and(notWithdrawnBy(at)));
    }

    private List<Attestation> where(Condition condition) {
        return sql.select(COLUMNS)
                .from(ATTESTATION)
                .where(ATTESTATION.SCHOOL.eq(school))
                .and(condition)
                .orderBy(ATTESTATION.RECORDED_AT, ATTESTATION.ID)
                .fetch(AttestationRows::attestation);
    }

    public Optional<Row> find(String id) {
        return sql.select(COLUMNS)
                .from(ATTESTATION)
                .where(ATTESTATION.SCHOOL.eq(school))
                .and(ATTESTATION.ID.eq(id))
                .fetchOptional(AttestationRows::row);
    }

    /// Who agreed at the door since a moment, the newest first.
    public List<Row> atTheDoor(Instant since, int most) {
        return sql.select(COLUMNS)
                .from(ATTESTATION)
                .where(ATTESTATION.SCHOOL.eq(school))
                .and(ATTESTATION.FORM.eq(Form.DOOR.name()))
                .and(ATTESTATION.RECORDED_AT.ge(since))
                .orderBy(ATTESTATION.RECORDED_AT.desc(), ATTESTATION.ID)
                .limit(most)
                .fetch(AttestationRows::row);
    }

    /// How many agreed to a text at the door by a moment, and when the last did.
    public Optional<Door> door(String agreement, Instant upTo) {
        var count = DSL.count();
        var first = DSL.min(ATTESTATION.RECORDED_AT);
        return sql.select(count, first)
                .from(ATTESTATION)
                .where(ATTESTATION.SCHOOL.eq(school))
                .and(ATTESTATION.AGREEMENT.eq(agreement))
                .and(ATTESTATION.FORM.eq(Form.DOOR.name()))
                .and(ATTESTATION.RECORDED_AT.le(upTo))
                .fetchOptional()
                .filter(row -> row.value1() > 0)
                .map(row -> new Door(row.value1(), row.value2()));
    }

    /// How many agreed at the door, and when the first did.
    public record Door(int many, Instant first) {}

    public boolean isWithdrawn(String id) {
        return sql.fetchExists(
                ATTESTATION_WITHDRAWAL,
                ATTESTATION_WITHDRAWAL
                        .SCHOOL
                        .eq(school)
                        .and(ATTESTATION_WITHDRAWAL.ATTESTATION.eq(id)));
    }

    /// Makes one count for nothing.
    ///
    /// @return false if it was withdrawn already
    public boolean withdraw(String id, String keyId, byte[] why, String by, Instant at) {
        return sql.insertInto(ATTESTATION_WITHDRAWAL)
                        .set(ATTESTATION_WITHDRAWAL.ID, UUID.randomUUID().toString())
                        .set(ATTESTATION_WITHDRAWAL.ATTESTATION, id)
                        .set(ATTESTATION_WITHDRAWAL.SCHOOL, school)
                        .set(ATTESTATION_WITHDRAWAL.KEY_ID, keyId)
                        .set(ATTESTATION_WITHDRAWAL.SEALED, why)
                        .set(ATTESTATION_WITHDRAWAL.WITHDRAWN_BY, by)
                        .set(ATTESTATION_WITHDRAWAL.WITHDRAWN_AT, at)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private static Condition notWithdrawnBy(Instant at) {
        return DSL.notExists(
                DSL.selectOne()
                        .from(ATTESTATION_WITHDRAWAL)
                        .where(ATTESTATION_WITHDRAWAL.ATTESTATION.eq(ATTESTATION.ID))
                        .and(ATTESTATION_WITHDRAWAL.WITHDRAWN_AT.le(at)));
    }

    private static Row row(Record row) {
        return new Row(attestation(row), row.get(ATTESTATION.KEY_ID), row.get(ATTESTATION.SEALED));
    }

    private static Attestation attestation(Record row) {
        return new Attestation(
                row.get(ATTESTATION.ID),
                row.get(ATTESTATION.AGREEMENT),
                Form.valueOf(row.get(ATTESTATION.FORM)),
                Way.valueOf(row.get(ATTESTATION.WAY)),
                row.get(ATTESTATION.EDITION),
                row.get(ATTESTATION.TEXT_HASH),
                row.get(ATTESTATION.SUBJECT),
                row.get(ATTESTATION.SIGNER),
                row.get(ATTESTATION.SIGNED_ON),
                row.get(ATTESTATION.RECORDED_BY),
                row.get(ATTESTATION.RECORDED_AT));
    }
}
