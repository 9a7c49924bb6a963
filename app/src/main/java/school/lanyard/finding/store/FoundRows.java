// SPDX-License-Identifier: Apache-2.0
package school.lanyard.finding.store;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static school.lanyard.database.schema.Tables.CASE_FILE;
import static school.lanyard.database.schema.Tables.CASE_PERSON;
import static school.lanyard.database.schema.Tables.CONCERN_ANSWER;
import static school.lanyard.database.schema.Tables.CONCERN_INCIDENT;
import static school.lanyard.database.schema.Tables.INCIDENT;
import static school.lanyard.database.schema.Tables.LEDGER_ENTRY;
import static school.lanyard.database.schema.Tables.LEDGER_SUBJECT;
import static school.lanyard.database.schema.Tables.MEMBERSHIP;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import school.lanyard.access.Door;
import school.lanyard.access.Viewer;

/// Cases of one school that somebody looks for, each behind the door.
public final class FoundRows {

    /// A case as a list shows it.
    ///
    /// @param state of an incident; absent for a concern
    /// @param answeredAt of a concern that needed no incident
    public record Row(
            String id,
            String reference,
            String edition,
            Instant openedAt,
            @Nullable String state,
            @Nullable String track,
            @Nullable String category,
            @Nullable String mainRisk,
            @Nullable String outcome,
            @Nullable Instant answeredAt) {}

    /// What a case must be. Absent asks for nothing.
    ///
    /// @param state `waiting`, `answered`, `open` or `closed`
    /// @param since when it was opened at the earliest
    /// @param among the only ids that count
    public record Which(
            @Nullable String state,
            @Nullable String category,
            @Nullable String year,
            @Nullable String track,
            @Nullable Instant since,
            @Nullable String handler,
            @Nullable Set<String> among) {}

    /// How many ids one statement may name.
    private static final int MOST = 10_000;

    private static final String OF_INCIDENTS = "incident.";

    private final DSLContext sql;
    private final String school;

    public FoundRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    /// The ones the viewer may read, the newest first.
    public List<Row> find(Viewer viewer, Which which) {
        return sql.select(
                        CASE_FILE.ID,
                        CASE_FILE.REFERENCE,
                        CASE_FILE.EDITION,
                        CASE_FILE.OPENED_AT,
                        INCIDENT.STATE,
                        INCIDENT.TRACK,
                        INCIDENT.CATEGORY,
                        INCIDENT.MAIN_C,
                        INCIDENT.OUTCOME,
                        CONCERN_ANSWER.ANSWERED_AT)
                .from(CASE_FILE)
                .leftJoin(INCIDENT)
                .on(INCIDENT.CASE_ID.eq(CASE_FILE.ID))
                .leftJoin(CONCERN_ANSWER)
                .on(CONCERN_ANSWER.CONCERN.eq(CASE_FILE.ID))
                .where(CASE_FILE.SCHOOL.eq(school))
                .and(
                        notExists(
                                selectOne()
                                        .from(CONCERN_INCIDENT)
                                        .where(CONCERN_INCIDENT.CONCERN.eq(CASE_FILE.ID))))
                .and(DSL.and(conditions(which, viewer)))
                .and(Door.opens(CASE_FILE.ID, viewer))
                .orderBy(CASE_FILE.OPENED_AT.desc(), CASE_FILE.ID)
                .fetch(Records.mapping(Row::new));
    }

    private List<Condition> conditions(Which which, Viewer viewer) {
        var all = new ArrayList<Condition>();
        if (which.state() != null) {
            all.add(state(which.state()));
        }
        if (which.category() != null) {
            all.add(INCIDENT.CATEGORY.eq(which.category()));
        }
        if (which.track() != null) {
            all.add(INCIDENT.TRACK.eq(which.track()));
        }
        if (which.since() != null) {
            all.add(CASE_FILE.OPENED_AT.ge(which.since()));
        }
        if (which.year() != null) {
            all.add(inYear(which.year(), viewer));
        }
        if (which.handler() != null) {
            all.add(recordedBy(which.handler()));
        }
        var among = which.among();
        if (among != null) {
            all.add(CASE_FILE.ID.in(among.stream().limit(MOST).toList()));
        }
        return all;
    }

    private static Condition state(String state) {
        return switch (state) {
            case "waiting" -> INCIDENT.STATE.isNull().and(CONCERN_ANSWER.ANSWERED_AT.isNull());
            case "answered" -> CONCERN_ANSWER.ANSWERED_AT.isNotNull();
            default -> INCIDENT.STATE.eq(state);
        };
    }

    private static Condition inYear(String year, Viewer viewer) {
        return exists(
                selectOne()
                        .from(CASE_PERSON)
                        .join(MEMBERSHIP)
                        .on(MEMBERSHIP.PERSON.eq(CASE_PERSON.PERSON))
                        .and(MEMBERSHIP.SCHOOL.eq(CASE_PERSON.SCHOOL))
                        .where(CASE_PERSON.CASE_ID.eq(CASE_FILE.ID))
                        .and(MEMBERSHIP.YEAR_GROUP.eq(year))
                        .and(MEMBERSHIP.FROM_ON.le(viewer.today()))
                        .and(MEMBERSHIP.TO_ON.isNull().or(MEMBERSHIP.TO_ON.ge(viewer.today()))));
    }

    private Condition recordedBy(String handler) {
        return exists(
                selectOne()
                        .from(LEDGER_SUBJECT)
                        .join(LEDGER_ENTRY)
                        .on(LEDGER_ENTRY.SCHOOL.eq(LEDGER_SUBJECT.SCHOOL))
                        .and(LEDGER_ENTRY.SEQ.eq(LEDGER_SUBJECT.SEQ))
                        .where(LEDGER_SUBJECT.SCHOOL.eq(school))
                        .and(LEDGER_SUBJECT.SUBJECT.eq(CASE_FILE.ID))
                        .and(LEDGER_ENTRY.ACTOR.eq(handler))
                        .and(LEDGER_ENTRY.ACTION.startsWith(OF_INCIDENTS))
                        .and(LEDGER_ENTRY.SEALED.isNotNull()));
    }

    /// The cases that each of these people has a part in, with the door still before them.
    public Map<String, Set<String>> casesOf(Collection<String> people) {
        var cases = new HashMap<String, Set<String>>();
        sql.select(CASE_PERSON.PERSON, CASE_PERSON.CASE_ID)
                .from(CASE_PERSON)
                .where(CASE_PERSON.SCHOOL.eq(school))
                .and(CASE_PERSON.PERSON.in(people))
                .forEach(row ->
                        cases.computeIfAbsent(row.value1(), _ -> new HashSet<>())
                                .add(row.value2()));
        return cases;
    }

    /// The people whom cases that have passed the door are about.
    public Map<String, List<String>> about(Collection<String> cases) {
        return sql.select(CASE_PERSON.CASE_ID, CASE_PERSON.PERSON)
                .from(CASE_PERSON)
                .where(CASE_PERSON.SCHOOL.eq(school))
                .and(CASE_PERSON.CASE_ID.in(cases))
                .and(CASE_PERSON.PART.in(Door.ABOUT))
                .orderBy(CASE_PERSON.PERSON)
                .fetchGroups(CASE_PERSON.CASE_ID, CASE_PERSON.PERSON);
    }

    /// The concerns that incidents which have passed the door are made of.
    public Map<String, List<String>> concernsOf(Collection<String> incidents) {
        return sql.select(CONCERN_INCIDENT.INCIDENT, CONCERN_INCIDENT.CONCERN)
                .from(CONCERN_INCIDENT)
                .where(CONCERN_INCIDENT.SCHOOL.eq(school))
                .and(CONCERN_INCIDENT.INCIDENT.in(incidents))
                .orderBy(CONCERN_INCIDENT.JOINED_AT)
                .fetchGroups(CONCERN_INCIDENT.INCIDENT, CONCERN_INCIDENT.CONCERN);
    }
}
