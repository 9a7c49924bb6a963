// SPDX-License-Identifier: Apache-2.0
package school.lanyard.retention.store;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static school.lanyard.database.schema.Tables.CASE_FILE;
import static school.lanyard.database.schema.Tables.CASE_PERSON;
import static school.lanyard.database.schema.Tables.CONCERN_ANSWER;
import static school.lanyard.database.schema.Tables.CONCERN_INCIDENT;
import static school.lanyard.database.schema.Tables.INCIDENT;
import static school.lanyard.database.schema.Tables.NOTICE;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import school.lanyard.access.Door;
import school.lanyard.access.Reader;
import school.lanyard.access.Viewer;

/// Cases of one school as far as keeping them goes: each incident, and each concern that is in
/// none.
public final class KeptRows {

    /// A case's row.
    ///
    /// @param endedAt when it was closed or answered; absent while it is open
    /// @param report the kind of report that a concern is, where the policy asks for it by name
    public record Row(
            String id,
            String kind,
            String reference,
            String keyId,
            String edition,
            @Nullable String category,
            @Nullable Instant endedAt,
            @Nullable String report) {}

    private final DSLContext sql;
    private final String school;

    public KeptRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    /// Closed incidents and answered concerns that the viewer may read, the oldest end first.
    public List<Row> ended(Viewer viewer) {
        return rows(hasEnded().and(Door.opens(CASE_FILE.ID, viewer)));
    }

    /// Every one of them, for the software itself and shown to nobody.
    public List<Row> endedOfAll() {
        return rows(hasEnded());
    }

    private static Condition hasEnded() {
        return INCIDENT.CLOSED_AT.isNotNull().or(CONCERN_ANSWER.ANSWERED_AT.isNotNull());
    }

    /// Those of some cases that the viewer may read.
    public Set<String> readable(Collection<String> ids, Viewer viewer) {
        return sql.select(CASE_FILE.ID)
                .from(CASE_FILE)
                .where(CASE_FILE.SCHOOL.eq(school))
                .and(CASE_FILE.ID.in(ids))
                .and(Door.opens(CASE_FILE.ID, viewer))
                .fetchSet(CASE_FILE.ID);
    }

    /// A case that the viewer may read, open or not.
    public Optional<Row> find(String reference, Viewer viewer) {
        return rows(CASE_FILE.REFERENCE.eq(reference).and(Door.opens(CASE_FILE.ID, viewer)))
                .stream()
                .findFirst();
    }

    private List<Row> rows(Condition which) {
        var ended = DSL.coalesce(INCIDENT.CLOSED_AT, CONCERN_ANSWER.ANSWERED_AT);
        return sql.select(
                        CASE_FILE.ID,
                        CASE_FILE.KIND,
                        CASE_FILE.REFERENCE,
                        CASE_FILE.KEY_ID,
                        CASE_FILE.EDITION,
                        INCIDENT.CATEGORY,
                        ended,
                        NOTICE.KIND)
                .from(CASE_FILE)
                .leftJoin(INCIDENT)
                .on(INCIDENT.CASE_ID.eq(CASE_FILE.ID))
                .leftJoin(CONCERN_ANSWER)
                .on(CONCERN_ANSWER.CONCERN.eq(CASE_FILE.ID))
                .leftJoin(NOTICE)
                .on(NOTICE.CONCERN.eq(CASE_FILE.ID))
                .where(CASE_FILE.SCHOOL.eq(school))
                .and(
                        notExists(
                                selectOne()
                                        .from(CONCERN_INCIDENT)
                                        .where(CONCERN_INCIDENT.CONCERN.eq(CASE_FILE.ID))))
                .and(which)
                .orderBy(ended, CASE_FILE.ID)
                .fetch(Records.mapping(Row::new));
    }

    /// Who is linked to each of the ended cases that the viewer may read, or to one.
    public Map<String, List<String>> people(Viewer viewer, @Nullable String only) {
        return people(
                (only == null ? noCondition() : CASE_PERSON.CASE_ID.eq(only))
                        .and(Door.opens(CASE_PERSON.CASE_ID, viewer)));
    }

    /// Who is linked to each case, for the software itself and shown to nobody.
    public Map<String, List<String>> peopleOfAll() {
        return people(noCondition());
    }

    private Map<String, List<String>> people(Condition which) {
        return sql
                .select(CASE_PERSON.CASE_ID, CASE_PERSON.PERSON)
                .from(CASE_PERSON)
                .where(CASE_PERSON.SCHOOL.eq(school))
                .and(which)
                .orderBy(CASE_PERSON.PERSON)
                .fetch()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                row -> row.value1(),
                                Collectors.mapping(row -> row.value2(), Collectors.toList())));
    }

    /// Everybody else who may read a case today.
    public Set<String> others(String caseId, Viewer viewer) {
        return Door.readers(sql, school, caseId, viewer.today()).stream()
                .map(Reader::person)
                .filter(person -> !person.equals(viewer.person()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
