// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.store;

import static school.lanyard.database.schema.Tables.CASE_HANDOVER;
import static school.lanyard.database.schema.Tables.INCIDENT;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import school.lanyard.access.Door;
import school.lanyard.access.Viewer;

/// To whom the incidents of one school were handed over last.
public final class Handovers {

    private final DSLContext sql;
    private final String school;

    public Handovers(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    /// A handover as its row stands.
    public record Stored(String caseId, String to, Instant handedAt, @Nullable Instant takenAt) {}

    /// Every row, to be compared with the ledger.
    public List<Stored> everything() {
        return sql.select(
                        CASE_HANDOVER.CASE_ID,
                        CASE_HANDOVER.PERSON,
                        CASE_HANDOVER.HANDED_AT,
                        CASE_HANDOVER.TAKEN_AT)
                .from(CASE_HANDOVER)
                .where(CASE_HANDOVER.SCHOOL.eq(school))
                .fetch(Records.mapping(Stored::new));
    }

    public void hand(String caseId, String to, Instant at) {
        sql.insertInto(CASE_HANDOVER)
                .set(CASE_HANDOVER.CASE_ID, caseId)
                .set(CASE_HANDOVER.SCHOOL, school)
                .set(CASE_HANDOVER.PERSON, to)
                .set(CASE_HANDOVER.HANDED_AT, at)
                .onConflict(CASE_HANDOVER.CASE_ID)
                .doUpdate()
                .set(CASE_HANDOVER.PERSON, to)
                .set(CASE_HANDOVER.HANDED_AT, at)
                .setNull(CASE_HANDOVER.TAKEN_AT)
                .execute();
    }

    public void taken(String caseId, Instant at) {
        sql.update(CASE_HANDOVER)
                .set(CASE_HANDOVER.TAKEN_AT, at)
                .where(CASE_HANDOVER.SCHOOL.eq(school))
                .and(CASE_HANDOVER.CASE_ID.eq(caseId))
                .execute();
    }

    /// Whether somebody has taken on an incident that was handed over to them last.
    public boolean tookOn(String caseId, String person) {
        return sql.fetchExists(
                CASE_HANDOVER,
                CASE_HANDOVER
                        .SCHOOL
                        .eq(school)
                        .and(CASE_HANDOVER.CASE_ID.eq(caseId))
                        .and(CASE_HANDOVER.PERSON.eq(person))
                        .and(CASE_HANDOVER.TAKEN_AT.isNotNull()));
    }

    /// How many open incidents, of those the viewer may read, wait for them to take them on.
    public int waitingFor(Viewer viewer) {
        return sql.fetchCount(
                CASE_HANDOVER.join(INCIDENT).on(INCIDENT.CASE_ID.eq(CASE_HANDOVER.CASE_ID)),
                CASE_HANDOVER
                        .SCHOOL
                        .eq(school)
                        .and(CASE_HANDOVER.PERSON.eq(viewer.person()))
                        .and(CASE_HANDOVER.TAKEN_AT.isNull())
                        .and(INCIDENT.STATE.eq("open"))
                        .and(Door.opens(CASE_HANDOVER.CASE_ID, viewer)));
    }
}
