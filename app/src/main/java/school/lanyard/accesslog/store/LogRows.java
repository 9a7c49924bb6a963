// SPDX-License-Identifier: Apache-2.0
package school.lanyard.accesslog.store;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static school.lanyard.database.schema.Tables.CASE_FILE;
import static school.lanyard.database.schema.Tables.LEDGER_ENTRY;
import static school.lanyard.database.schema.Tables.LEDGER_SUBJECT;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import school.lanyard.access.Door;
import school.lanyard.access.Viewer;

/// Entries of one school's ledger that a viewer's access log shows. What is not for them is left
/// out here, before anything is counted or put into pages.
public final class LogRows {

    /// What a viewer may see.
    ///
    /// @param ofCases actions that count only with a case the viewer may know of
    /// @param others actions that name no case
    /// @param routes along which cases go that cannot be about the viewer
    /// @param who the one whose looks are asked for; absent for everybody's
    /// @param from when they begin; absent with `to` for all time
    public record Filter(
            Viewer viewer,
            Collection<String> ofCases,
            Collection<String> others,
            Collection<String> routes,
            @Nullable String who,
            @Nullable Instant from,
            @Nullable Instant to) {

        public static Filter of(
                Viewer viewer,
                Collection<String> ofCases,
                Collection<String> others,
                Collection<String> routes) {
            return new Filter(viewer, ofCases, others, routes, null, null, null);
        }

        /// A part of the same.
        public Filter narrowed(
                @Nullable String by, @Nullable Instant begin, @Nullable Instant end) {
            return new Filter(viewer, ofCases, others, routes, by, begin, end);
        }
    }

    /// An entry without its place in the chain.
    public record Row(
            String id, Instant at, String actor, String action, List<String> references) {}

    private final DSLContext sql;
    private final String school;

    public LogRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public int count(Filter filter) {
        return sql.fetchCount(LEDGER_ENTRY, shown(filter));
    }

    public List<Row> page(Filter filter, int size, int from) {
        var entries =
                sql.select(
                                LEDGER_ENTRY.SEQ,
                                LEDGER_ENTRY.ID,
                                LEDGER_ENTRY.ENTERED_AT,
                                LEDGER_ENTRY.ACTOR,
                                LEDGER_ENTRY.ACTION)
                        .from(LEDGER_ENTRY)
                        .where(shown(filter))
                        .orderBy(LEDGER_ENTRY.SEQ.desc())
                        .limit(size)
                        .offset(from)
                        .fetch();
        var references = references(entries.getValues(LEDGER_ENTRY.SEQ), filter.viewer());
        return entries.map(entry ->
                new Row(
                        entry.value2(),
                        entry.value3(),
                        entry.value4(),
                        entry.value5(),
                        references.getOrDefault(entry.value1(), List.of())));
    }

    /// Everybody who has an entry in it.
    public Set<String> actors(Filter filter) {
        return sql.selectDistinct(LEDGER_ENTRY.ACTOR)
                .from(LEDGER_ENTRY)
                .where(shown(filter))
                .fetchSet(LEDGER_ENTRY.ACTOR);
    }

    public Optional<Instant> first(Filter filter) {
        return sql.select(LEDGER_ENTRY.ENTERED_AT)
                .from(LEDGER_ENTRY)
                .where(shown(filter))
                .orderBy(LEDGER_ENTRY.SEQ)
                .limit(1)
                .fetchOptional(LEDGER_ENTRY.ENTERED_AT);
    }

    private static Condition asked(Filter filter) {
        var asked = noCondition();
        if (filter.who() != null) {
            asked = asked.and(LEDGER_ENTRY.ACTOR.eq(filter.who()));
        }
        if (filter.from() != null) {
            asked = asked.and(LEDGER_ENTRY.ENTERED_AT.ge(filter.from()));
        }
        if (filter.to() != null) {
            asked = asked.and(LEDGER_ENTRY.ENTERED_AT.lt(filter.to()));
        }
        return asked;
    }

    private Condition shown(Filter filter) {
        return LEDGER_ENTRY
                .SCHOOL
                .eq(school)
                .and(asked(filter))
                .and(
                        LEDGER_ENTRY
                                .ACTION
                                .in(filter.others())
                                .or(
                                        LEDGER_ENTRY
                                                .ACTION
                                                .in(filter.ofCases())
                                                .and(ofSomeCase(filter))));
    }

    private Condition ofSomeCase(Filter filter) {
        return exists(
                selectOne()
                        .from(LEDGER_SUBJECT)
                        .join(CASE_FILE)
                        .on(CASE_FILE.ID.eq(LEDGER_SUBJECT.SUBJECT))
                        .and(CASE_FILE.SCHOOL.eq(LEDGER_SUBJECT.SCHOOL))
                        .where(LEDGER_SUBJECT.SCHOOL.eq(LEDGER_ENTRY.SCHOOL))
                        .and(LEDGER_SUBJECT.SEQ.eq(LEDGER_ENTRY.SEQ))
                        .and(
                                Door.opens(CASE_FILE.ID, filter.viewer())
                                        .or(
                                                Door.mayBeKnown(
                                                        CASE_FILE.ID,
                                                        filter.viewer(),
                                                        filter.routes()))));
    }

    private Map<Long, List<String>> references(List<Long> entries, Viewer viewer) {
        return sql.select(LEDGER_SUBJECT.SEQ, CASE_FILE.REFERENCE)
                .from(LEDGER_SUBJECT)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(LEDGER_SUBJECT.SUBJECT))
                .and(CASE_FILE.SCHOOL.eq(LEDGER_SUBJECT.SCHOOL))
                .where(LEDGER_SUBJECT.SCHOOL.eq(school))
                .and(LEDGER_SUBJECT.SEQ.in(entries))
                .and(Door.opens(CASE_FILE.ID, viewer))
                .orderBy(CASE_FILE.REFERENCE)
                .fetchGroups(LEDGER_SUBJECT.SEQ, CASE_FILE.REFERENCE);
    }
}
