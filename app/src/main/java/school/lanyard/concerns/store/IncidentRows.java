// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.store;

import static school.lanyard.database.schema.Tables.CASE_FILE;
import static school.lanyard.database.schema.Tables.INCIDENT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record5;
import org.jooq.Records;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import school.lanyard.access.Door;
import school.lanyard.access.Viewer;

/// The rows of incidents: what lists and counts need. All of it can be rebuilt from the ledger.
public final class IncidentRows {

    /// What a list knows of an incident.
    public record Row(
            String id, String reference, String edition, Instant openedAt, Projection projection) {}

    /// What its events add up to, without anything personal.
    ///
    /// @param version how many events there are
    /// @param reviewOn the next day on which a safety plan is looked at, also in a closed incident
    public record Projection(
            int version,
            String state,
            String track,
            @Nullable String category,
            @Nullable String mainRisk,
            @Nullable String outcome,
            boolean leader,
            @Nullable Instant nextDueAt,
            @Nullable Instant firstActionAt,
            @Nullable Instant closedAt,
            @Nullable LocalDate reviewOn) {}

    private final DSLContext sql;
    private final String school;

    public IncidentRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public void save(String id, Projection now) {
        sql.insertInto(INCIDENT)
                .set(INCIDENT.CASE_ID, id)
                .set(INCIDENT.SCHOOL, school)
                .set(INCIDENT.VERSION, now.version())
                .set(INCIDENT.STATE, now.state())
                .set(INCIDENT.TRACK, now.track())
                .set(INCIDENT.CATEGORY, now.category())
                .set(INCIDENT.MAIN_C, now.mainRisk())
                .set(INCIDENT.OUTCOME, now.outcome())
                .set(INCIDENT.LEADER, now.leader())
                .set(INCIDENT.NEXT_DUE_AT, now.nextDueAt())
                .set(INCIDENT.FIRST_ACTION_AT, now.firstActionAt())
                .set(INCIDENT.CLOSED_AT, now.closedAt())
                .set(INCIDENT.REVIEW_ON, now.reviewOn())
                .onConflict(INCIDENT.CASE_ID)
                .doUpdate()
                .set(INCIDENT.VERSION, now.version())
                .set(INCIDENT.STATE, now.state())
                .set(INCIDENT.TRACK, now.track())
                .set(INCIDENT.CATEGORY, now.category())
                .set(INCIDENT.MAIN_C, now.mainRisk())
                .set(INCIDENT.OUTCOME, now.outcome())
                .set(INCIDENT.LEADER, now.leader())
                .set(INCIDENT.NEXT_DUE_AT, now.nextDueAt())
                .set(INCIDENT.FIRST_ACTION_AT, now.firstActionAt())
                .set(INCIDENT.CLOSED_AT, now.closedAt())
                .set(INCIDENT.REVIEW_ON, now.reviewOn())
                .execute();
    }

    /// Incidents the viewer may read in a state, what is due soonest first.
    public List<Row> in(String state, Viewer viewer) {
        return rows(inState(state, viewer));
    }

    /// The ids of the closed incidents that the viewer may read, what was closed last first.
    public List<String> closed(Viewer viewer) {
        return sql.select(INCIDENT.CASE_ID)
                .from(INCIDENT)
                .where(INCIDENT.SCHOOL.eq(school))
                .and(inState("closed", viewer))
                .orderBy(INCIDENT.CLOSED_AT.desc(), INCIDENT.CASE_ID)
                .fetch(INCIDENT.CASE_ID);
    }

    /// Those of some closed incidents that the viewer may read, what was closed last first.
    public List<Row> closed(Collection<String> ids, Viewer viewer) {
        return select(INCIDENT.CASE_ID.in(ids).and(inState("closed", viewer)))
                .orderBy(INCIDENT.CLOSED_AT.desc(), INCIDENT.CASE_ID)
                .fetch(Records.mapping(Row::new));
    }

    /// Incidents the viewer may read, open or closed, of which a safety plan is to be looked at by
    /// a day.
    public List<Row> toReviewBy(LocalDate day, Viewer viewer) {
        return rows(INCIDENT.REVIEW_ON.le(day).and(Door.opens(INCIDENT.CASE_ID, viewer)));
    }

    /// The same as a condition, for whatever counts them.
    static Condition inState(String state, Viewer viewer) {
        return INCIDENT.STATE.eq(state).and(Door.opens(INCIDENT.CASE_ID, viewer));
    }

    public Optional<Row> find(String id, Viewer viewer) {
        return rows(INCIDENT.CASE_ID.eq(id).and(Door.opens(INCIDENT.CASE_ID, viewer))).stream()
                .findFirst();
    }

    /// Every incident opened in a span of time that is for the general figures of a report: none
    /// about a leader, and none that is closed to anybody who reads them.
    public List<Row> general(Instant from, Instant to, Collection<String> readers) {
        return rows(
                opened(from, to)
                        .and(INCIDENT.LEADER.isFalse())
                        .and(DSL.not(Door.closedToAny(INCIDENT.CASE_ID, readers))));
    }

    /// The others, as far as the viewer may know of them.
    public List<Row> apart(Instant from, Instant to, Collection<String> readers, Viewer viewer) {
        return rows(
                opened(from, to)
                        .and(
                                INCIDENT.LEADER
                                        .isTrue()
                                        .or(Door.closedToAny(INCIDENT.CASE_ID, readers)))
                        .and(Door.opens(INCIDENT.CASE_ID, viewer)));
    }

    /// Every incident, to be compared with the ledger and shown to nobody.
    public List<Row> all() {
        return rows(DSL.noCondition());
    }

    /// The incidents opened last, for a self-check and shown to nobody.
    public List<Row> latest(int most) {
        return select(DSL.noCondition())
                .orderBy(CASE_FILE.OPENED_AT.desc(), INCIDENT.CASE_ID)
                .limit(most)
                .fetch(Records.mapping(Row::new));
    }

    private static Condition opened(Instant from, Instant to) {
        return CASE_FILE.OPENED_AT.ge(from).and(CASE_FILE.OPENED_AT.lt(to));
    }

    private List<Row> rows(Condition condition) {
        return select(condition)
                .orderBy(
                        INCIDENT.NEXT_DUE_AT.asc().nullsLast(),
                        CASE_FILE.OPENED_AT,
                        INCIDENT.CASE_ID)
                .fetch(Records.mapping(Row::new));
    }

    private SelectConditionStep<Record5<String, String, String, Instant, Projection>> select(
            Condition condition) {
        return sql.select(
                        INCIDENT.CASE_ID,
                        CASE_FILE.REFERENCE,
                        CASE_FILE.EDITION,
                        CASE_FILE.OPENED_AT,
                        DSL.row(
                                        INCIDENT.VERSION,
                                        INCIDENT.STATE,
                                        INCIDENT.TRACK,
                                        INCIDENT.CATEGORY,
                                        INCIDENT.MAIN_C,
                                        INCIDENT.OUTCOME,
                                        INCIDENT.LEADER,
                                        INCIDENT.NEXT_DUE_AT,
                                        INCIDENT.FIRST_ACTION_AT,
                                        INCIDENT.CLOSED_AT,
                                        INCIDENT.REVIEW_ON)
                                .mapping(Projection::new))
                .from(INCIDENT)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(INCIDENT.CASE_ID))
                .where(INCIDENT.SCHOOL.eq(school))
                .and(condition);
    }
}
