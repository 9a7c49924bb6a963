// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.store;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static school.lanyard.database.schema.Tables.CASE_FILE;
import static school.lanyard.database.schema.Tables.CONCERN;
import static school.lanyard.database.schema.Tables.CONCERN_ANSWER;
import static school.lanyard.database.schema.Tables.CONCERN_INCIDENT;
import static school.lanyard.database.schema.Tables.CONCERN_NEWS;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Records;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import school.lanyard.access.Door;
import school.lanyard.access.Viewer;
import school.lanyard.concerns.News;
import school.lanyard.concerns.Origin;

/// The rows of concerns.
public final class ConcernRows {

    /// A concern as lists show it.
    ///
    /// @param cameBy how, where nobody who signed in wrote it, as {@link #way} stores it
    /// @param kind a key of the pack's kinds of report
    public record Row(
            String id,
            String reference,
            String keyId,
            String edition,
            String reporter,
            Instant receivedAt,
            boolean atRiskNow,
            boolean leader,
            @Nullable String cameBy,
            @Nullable String kind) {}

    /// A concern that was answered without an incident.
    public record Answered(Row row, Instant answeredAt) {}

    /// A concern as its own reporter may see it, whoever else may.
    public record Sent(
            String draft,
            String reference,
            Instant receivedAt,
            boolean atRiskNow,
            Went went,
            News news) {}

    /// Where a concern went when it came, as its reporter was told: the keys of posts, or of a
    /// contact outside the school.
    public record Went(List<String> to, boolean outside) {
        public Went {
            to = List.copyOf(to);
        }
    }

    private static final SelectField<Row> ROW =
            DSL.row(
                            CONCERN.CASE_ID,
                            CASE_FILE.REFERENCE,
                            CASE_FILE.KEY_ID,
                            CASE_FILE.EDITION,
                            CONCERN.REPORTER,
                            CONCERN.RECEIVED_AT,
                            CONCERN.AT_RISK_NOW,
                            CONCERN.LEADER,
                            CONCERN.CAME_BY,
                            CONCERN.REPORT_KIND)
                    .mapping(Row::new);

    private final DSLContext sql;
    private final String school;

    public ConcernRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public void add(
            String id,
            String draft,
            String reporter,
            Instant receivedAt,
            boolean atRiskNow,
            boolean leader,
            Went went) {
        sql.insertInto(CONCERN)
                .set(CONCERN.CASE_ID, id)
                .set(CONCERN.SCHOOL, school)
                .set(CONCERN.DRAFT, draft)
                .set(CONCERN.REPORTER, reporter)
                .set(CONCERN.RECEIVED_AT, receivedAt)
                .set(CONCERN.AT_RISK_NOW, atRiskNow)
                .set(CONCERN.LEADER, leader)
                .set(CONCERN.SENT_TO, String.join(",", went.to()))
                .set(CONCERN.OUTSIDE, went.outside())
                .execute();
    }

    /// How it came, and which kind of report it is, so that lists say so without opening it.
    public void came(String id, @Nullable Origin origin, @Nullable String kind) {
        sql.update(CONCERN)
                .set(CONCERN.CAME_BY, origin == null ? null : way(origin.way()))
                .set(CONCERN.REPORT_KIND, kind)
                .where(CONCERN.SCHOOL.eq(school))
                .and(CONCERN.CASE_ID.eq(id))
                .execute();
    }

    /// As a row holds it.
    public static String way(Origin.Way way) {
        return way.name().toLowerCase(Locale.ROOT);
    }

    /// A concern as its row stands; shown to nobody.
    public record Stored(
            String id,
            String reporter,
            Instant receivedAt,
            boolean atRiskNow,
            @Nullable String incident,
            @Nullable Instant joinedAt,
            @Nullable Instant answeredAt) {}

    /// Every row, to be compared with the ledger.
    public List<Stored> everything() {
        return sql.select(
                        CONCERN.CASE_ID,
                        CONCERN.REPORTER,
                        CONCERN.RECEIVED_AT,
                        CONCERN.AT_RISK_NOW,
                        CONCERN_INCIDENT.INCIDENT,
                        CONCERN_INCIDENT.JOINED_AT,
                        CONCERN_ANSWER.ANSWERED_AT)
                .from(CONCERN)
                .leftJoin(CONCERN_INCIDENT)
                .on(CONCERN_INCIDENT.CONCERN.eq(CONCERN.CASE_ID))
                .leftJoin(CONCERN_ANSWER)
                .on(CONCERN_ANSWER.CONCERN.eq(CONCERN.CASE_ID))
                .where(CONCERN.SCHOOL.eq(school))
                .fetch(Records.mapping(Stored::new));
    }

    /// The concern that a reporter's draft became, if it was sent.
    public Optional<Sent> sentFrom(String draft, String reporter) {
        return sent(CONCERN.REPORTER.eq(reporter).and(CONCERN.DRAFT.eq(draft))).stream()
                .findFirst();
    }

    /// Whether the id belongs to what somebody else sent.
    public boolean isAnothers(String draft, String reporter) {
        return sql.fetchExists(
                CONCERN,
                CONCERN.SCHOOL
                        .eq(school)
                        .and(CONCERN.DRAFT.eq(draft))
                        .and(CONCERN.REPORTER.ne(reporter)));
    }

    /// What a person has sent, the latest first.
    public List<Sent> sentBy(String reporter) {
        return sent(CONCERN.REPORTER.eq(reporter));
    }

    /// The concern behind a draft that was sent; for the software, not to be shown.
    public Optional<String> idOf(String draft, String reporter) {
        return sql.select(CONCERN.CASE_ID)
                .from(CONCERN)
                .where(CONCERN.SCHOOL.eq(school))
                .and(CONCERN.REPORTER.eq(reporter))
                .and(CONCERN.DRAFT.eq(draft))
                .fetchOptional(CONCERN.CASE_ID);
    }

    private List<Sent> sent(Condition condition) {
        var opened = CONCERN_NEWS.as("opened");
        var answered = CONCERN_NEWS.as("answered");
        return sql.select(
                        CONCERN.DRAFT,
                        CASE_FILE.REFERENCE,
                        CONCERN.RECEIVED_AT,
                        CONCERN.AT_RISK_NOW,
                        CONCERN.SENT_TO,
                        CONCERN.OUTSIDE,
                        opened.TOLD_AT,
                        answered.TOLD_AT)
                .from(CONCERN)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(CONCERN.CASE_ID))
                .leftJoin(opened)
                .on(opened.CONCERN.eq(CONCERN.CASE_ID))
                .and(opened.NEWS.eq(NewsRows.OPENED))
                .leftJoin(answered)
                .on(answered.CONCERN.eq(CONCERN.CASE_ID))
                .and(answered.NEWS.eq(NewsRows.ANSWERED))
                .where(CONCERN.SCHOOL.eq(school))
                .and(condition)
                .orderBy(CONCERN.RECEIVED_AT.desc(), CONCERN.CASE_ID)
                .fetch(row ->
                        new Sent(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                new Went(List.of(row.value5().split(",", -1)), row.value6()),
                                news(row.value7(), row.value8())));
    }

    private static News news(@Nullable Instant opened, @Nullable Instant answered) {
        if (answered != null) {
            return new News.Answered(answered);
        }
        return opened == null ? new News.Received() : new News.Opened();
    }

    /// Concerns that nobody has yet dealt with, those at risk now first.
    public List<Row> waiting(Viewer viewer) {
        return sql.select(ROW)
                .from(CONCERN)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(CONCERN.CASE_ID))
                .where(waitingFor(school, viewer))
                .orderBy(CONCERN.AT_RISK_NOW.desc(), CONCERN.RECEIVED_AT, CONCERN.CASE_ID)
                .fetch(Record1::value1);
    }

    /// The same as a condition, for whatever counts them.
    static Condition waitingFor(String school, Viewer viewer) {
        return CONCERN.SCHOOL
                .eq(school)
                .and(inNoIncident(CONCERN.CASE_ID))
                .and(
                        notExists(
                                selectOne()
                                        .from(CONCERN_ANSWER)
                                        .where(CONCERN_ANSWER.CONCERN.eq(CONCERN.CASE_ID))))
                .and(Door.opens(CONCERN.CASE_ID, viewer));
    }

    /// Concerns that were answered and are in no incident, the latest answer first.
    public List<Answered> answered(Viewer viewer) {
        return sql.select(ROW, CONCERN_ANSWER.ANSWERED_AT)
                .from(CONCERN)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(CONCERN.CASE_ID))
                .join(CONCERN_ANSWER)
                .on(CONCERN_ANSWER.CONCERN.eq(CONCERN.CASE_ID))
                .where(CONCERN.SCHOOL.eq(school))
                .and(inNoIncident(CONCERN.CASE_ID))
                .and(Door.opens(CONCERN.CASE_ID, viewer))
                .orderBy(CONCERN_ANSWER.ANSWERED_AT.desc(), CONCERN.CASE_ID)
                .fetch(Records.mapping(Answered::new));
    }

    /// One concern, if the viewer may read it.
    public Optional<Row> find(String id, Viewer viewer) {
        return all(List.of(id), viewer).stream().findFirst();
    }

    /// Those of some concerns that the viewer may read, in no order.
    public List<Row> all(Collection<String> ids, Viewer viewer) {
        return sql.select(ROW)
                .from(CONCERN)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(CONCERN.CASE_ID))
                .where(CONCERN.SCHOOL.eq(school))
                .and(CONCERN.CASE_ID.in(ids))
                .and(Door.opens(CONCERN.CASE_ID, viewer))
                .fetch(Record1::value1);
    }

    /// Those of some concerns that are in an incident.
    public Set<String> inIncidents(Collection<String> ids) {
        return sql.select(CONCERN_INCIDENT.CONCERN)
                .from(CONCERN_INCIDENT)
                .where(CONCERN_INCIDENT.SCHOOL.eq(school))
                .and(CONCERN_INCIDENT.CONCERN.in(ids))
                .fetchSet(CONCERN_INCIDENT.CONCERN);
    }

    /// The concerns of an incident, the first one first.
    public List<String> of(String incident) {
        return sql.select(CONCERN_INCIDENT.CONCERN)
                .from(CONCERN_INCIDENT)
                .where(CONCERN_INCIDENT.SCHOOL.eq(school))
                .and(CONCERN_INCIDENT.INCIDENT.eq(incident))
                .orderBy(CONCERN_INCIDENT.JOINED_AT, CONCERN_INCIDENT.CONCERN)
                .fetch(CONCERN_INCIDENT.CONCERN);
    }

    /// The reference of the incident that a concern is in, if the viewer may read it.
    public Optional<String> incidentOf(String id, Viewer viewer) {
        return sql.select(CASE_FILE.REFERENCE)
                .from(CONCERN_INCIDENT)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(CONCERN_INCIDENT.INCIDENT))
                .where(CONCERN_INCIDENT.SCHOOL.eq(school))
                .and(CONCERN_INCIDENT.CONCERN.eq(id))
                .and(Door.opens(CASE_FILE.ID, viewer))
                .fetchOptional(CASE_FILE.REFERENCE);
    }

    public boolean isInNoIncident(String id) {
        return sql.fetchExists(
                CONCERN,
                CONCERN.SCHOOL
                        .eq(school)
                        .and(CONCERN.CASE_ID.eq(id))
                        .and(inNoIncident(CONCERN.CASE_ID)));
    }

    private static Condition inNoIncident(Field<String> concern) {
        return notExists(
                selectOne().from(CONCERN_INCIDENT).where(CONCERN_INCIDENT.CONCERN.eq(concern)));
    }

    public void answer(String id, Instant at) {
        sql.insertInto(CONCERN_ANSWER)
                .set(CONCERN_ANSWER.CONCERN, id)
                .set(CONCERN_ANSWER.SCHOOL, school)
                .set(CONCERN_ANSWER.ANSWERED_AT, at)
                .execute();
    }

    public Optional<Instant> answeredAt(String id) {
        return sql.select(CONCERN_ANSWER.ANSWERED_AT)
                .from(CONCERN_ANSWER)
                .where(CONCERN_ANSWER.SCHOOL.eq(school))
                .and(CONCERN_ANSWER.CONCERN.eq(id))
                .fetchOptional(CONCERN_ANSWER.ANSWERED_AT);
    }

    /// Those of an incident's concerns whose reporter said that somebody was at risk then.
    public Set<String> alarms(String incident) {
        return alarms(List.of(incident)).getOrDefault(incident, Set.of());
    }

    /// The same for several incidents at once; one without any is not there.
    public Map<String, Set<String>> alarms(Collection<String> incidents) {
        return sql.select(CONCERN_INCIDENT.INCIDENT, CONCERN.CASE_ID)
                .from(CONCERN)
                .join(CONCERN_INCIDENT)
                .on(CONCERN_INCIDENT.CONCERN.eq(CONCERN.CASE_ID))
                .where(CONCERN.SCHOOL.eq(school))
                .and(CONCERN_INCIDENT.INCIDENT.in(incidents))
                .and(CONCERN.AT_RISK_NOW.isTrue())
                .collect(
                        Collectors.groupingBy(
                                Record2::value1,
                                Collectors.mapping(Record2::value2, Collectors.toSet())));
    }

    public void join(String concern, String incident, Instant at) {
        sql.insertInto(CONCERN_INCIDENT)
                .set(CONCERN_INCIDENT.CONCERN, concern)
                .set(CONCERN_INCIDENT.INCIDENT, incident)
                .set(CONCERN_INCIDENT.SCHOOL, school)
                .set(CONCERN_INCIDENT.JOINED_AT, at)
                .execute();
    }
}
