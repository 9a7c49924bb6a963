// SPDX-License-Identifier: Apache-2.0
package school.lanyard.notices.store;

import static school.lanyard.database.schema.Tables.CASE_FILE;
import static school.lanyard.database.schema.Tables.NOTICE;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import school.lanyard.access.Door;
import school.lanyard.access.Viewer;
import school.lanyard.notices.Notice;

/// The rows of notices. Whoever may read the concern may see its notice.
public final class NoticeRows {

    private final DSLContext sql;
    private final String school;

    public NoticeRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public void add(
            String concern,
            String kind,
            @Nullable Instant acknowledgeBy,
            @Nullable Instant decideBy) {
        sql.insertInto(NOTICE)
                .set(NOTICE.CONCERN, concern)
                .set(NOTICE.SCHOOL, school)
                .set(NOTICE.KIND, kind)
                .set(NOTICE.ACKNOWLEDGE_BY_AT, acknowledgeBy)
                .set(NOTICE.DECIDE_BY_AT, decideBy)
                .execute();
    }

    /// A notice as its row stands; shown to nobody.
    public record Row(
            String concern,
            String kind,
            @Nullable Instant acknowledgeBy,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant decideBy,
            @Nullable Instant decidedAt) {}

    /// Every row, to be compared with the ledger.
    public List<Row> everything() {
        return sql.select(
                        NOTICE.CONCERN,
                        NOTICE.KIND,
                        NOTICE.ACKNOWLEDGE_BY_AT,
                        NOTICE.ACKNOWLEDGED_AT,
                        NOTICE.DECIDE_BY_AT,
                        NOTICE.DECIDED_AT)
                .from(NOTICE)
                .where(NOTICE.SCHOOL.eq(school))
                .fetch(Records.mapping(Row::new));
    }

    /// The edition that each concern came under.
    public Map<String, String> editions() {
        return sql.select(CASE_FILE.ID, CASE_FILE.EDITION)
                .from(CASE_FILE)
                .where(CASE_FILE.SCHOOL.eq(school))
                .and(CASE_FILE.KIND.eq("concern"))
                .fetchMap(CASE_FILE.ID, CASE_FILE.EDITION);
    }

    public Optional<Notice> of(String concern, Viewer viewer) {
        return notices(NOTICE.CONCERN.eq(concern), viewer).stream().findFirst();
    }

    /// Those of some kinds that the viewer may read, the latest last.
    public List<Notice> ofKinds(Collection<String> kinds, Viewer viewer) {
        return notices(NOTICE.KIND.in(kinds), viewer);
    }

    /// Those on which a clock runs.
    public List<Notice> waiting(Viewer viewer) {
        return notices(
                NOTICE.ACKNOWLEDGE_BY_AT
                        .isNotNull()
                        .and(NOTICE.ACKNOWLEDGED_AT.isNull())
                        .or(NOTICE.DECIDE_BY_AT.isNotNull().and(NOTICE.DECIDED_AT.isNull())),
                viewer);
    }

    private List<Notice> notices(Condition which, Viewer viewer) {
        return sql.select(
                        NOTICE.CONCERN,
                        CASE_FILE.REFERENCE,
                        NOTICE.KIND,
                        CASE_FILE.OPENED_AT,
                        NOTICE.ACKNOWLEDGE_BY_AT,
                        NOTICE.ACKNOWLEDGED_AT,
                        NOTICE.DECIDE_BY_AT,
                        NOTICE.DECIDED_AT,
                        NOTICE.KNOWN_AT)
                .from(NOTICE)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(NOTICE.CONCERN))
                .where(NOTICE.SCHOOL.eq(school))
                .and(which)
                .and(Door.opens(NOTICE.CONCERN, viewer))
                .orderBy(CASE_FILE.OPENED_AT, NOTICE.CONCERN)
                .fetch(Records.mapping(Notice::new));
    }

    public void acknowledge(String concern, Instant at) {
        sql.update(NOTICE)
                .set(NOTICE.ACKNOWLEDGED_AT, at)
                .where(NOTICE.SCHOOL.eq(school))
                .and(NOTICE.CONCERN.eq(concern))
                .execute();
    }

    /// When somebody at school first knew, and by when that means to decide.
    public void know(String concern, Instant knownAt, Instant decideBy) {
        sql.update(NOTICE)
                .set(NOTICE.KNOWN_AT, knownAt)
                .set(NOTICE.DECIDE_BY_AT, decideBy)
                .where(NOTICE.SCHOOL.eq(school))
                .and(NOTICE.CONCERN.eq(concern))
                .execute();
    }

    public void decide(String concern, Instant at) {
        sql.update(NOTICE)
                .set(NOTICE.DECIDED_AT, at)
                .where(NOTICE.SCHOOL.eq(school))
                .and(NOTICE.CONCERN.eq(concern))
                .execute();
    }
}
