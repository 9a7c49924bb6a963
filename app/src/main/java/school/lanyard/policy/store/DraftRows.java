// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.store;

import static org.jooq.impl.DSL.max;
import static school.lanyard.database.schema.Tables.POLICY_DRAFT;
import static school.lanyard.database.schema.Tables.POLICY_DRAFT_END;
import static school.lanyard.database.schema.Tables.POLICY_DRAFT_FILE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import school.lanyard.policy.Draft;

/// The drafts of one school, and every version of their files.
public final class DraftRows {

    /// The newest version of a file.
    ///
    /// @param text absent if it was removed
    public record Newest(int version, @Nullable String text, String savedBy, Instant savedAt) {}

    private final DSLContext sql;
    private final String school;

    public DraftRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public void insert(Draft draft) {
        sql.insertInto(POLICY_DRAFT)
                .set(POLICY_DRAFT.ID, draft.id())
                .set(POLICY_DRAFT.SCHOOL, school)
                .set(POLICY_DRAFT.PACK, draft.pack())
                .set(POLICY_DRAFT.BASE_EDITION, draft.basedOn())
                .set(POLICY_DRAFT.REVIEW, draft.review())
                .set(POLICY_DRAFT.BEGUN_BY, draft.begunBy())
                .set(POLICY_DRAFT.BEGUN_AT, draft.begunAt())
                .execute();
    }

    /// The one that has not ended.
    public Optional<Draft> open() {
        return drafts(POLICY_DRAFT_END.DRAFT.isNull()).stream().findFirst();
    }

    public Optional<Draft> find(String draft) {
        return drafts(POLICY_DRAFT.ID.eq(draft)).stream().findFirst();
    }

    private List<Draft> drafts(Condition which) {
        return sql.select(
                        POLICY_DRAFT.ID,
                        POLICY_DRAFT.PACK,
                        POLICY_DRAFT.BASE_EDITION,
                        POLICY_DRAFT.REVIEW,
                        POLICY_DRAFT.BEGUN_BY,
                        POLICY_DRAFT.BEGUN_AT)
                .from(POLICY_DRAFT)
                .leftJoin(POLICY_DRAFT_END)
                .on(POLICY_DRAFT_END.DRAFT.eq(POLICY_DRAFT.ID))
                .where(POLICY_DRAFT.SCHOOL.eq(school))
                .and(which)
                .orderBy(POLICY_DRAFT.BEGUN_AT, POLICY_DRAFT.ID)
                .fetch(Records.mapping(Draft::new));
    }

    public void end(String draft, boolean published, String by, Instant at) {
        sql.insertInto(POLICY_DRAFT_END)
                .set(POLICY_DRAFT_END.DRAFT, draft)
                .set(POLICY_DRAFT_END.SCHOOL, school)
                .set(POLICY_DRAFT_END.PUBLISHED, published)
                .set(POLICY_DRAFT_END.ENDED_BY, by)
                .set(POLICY_DRAFT_END.ENDED_AT, at)
                .execute();
    }

    /// Everybody who changed a file after the draft was begun.
    public List<String> writers(String draft) {
        return sql.selectDistinct(POLICY_DRAFT_FILE.SAVED_BY)
                .from(POLICY_DRAFT_FILE)
                .where(ofDraft(draft))
                .fetch(POLICY_DRAFT_FILE.SAVED_BY);
    }

    /// How many versions of files there are: it grows with every save.
    public int saves(String draft) {
        return sql.fetchCount(POLICY_DRAFT_FILE, ofDraft(draft));
    }

    /// The files that there are, by path, each in its newest version.
    public List<Draft.File> files(String draft) {
        var newest =
                sql.select(POLICY_DRAFT_FILE.PATH, max(POLICY_DRAFT_FILE.VERSION).as("version"))
                        .from(POLICY_DRAFT_FILE)
                        .where(ofDraft(draft))
                        .groupBy(POLICY_DRAFT_FILE.PATH)
                        .asTable("newest");
        return sql.select(
                        POLICY_DRAFT_FILE.PATH,
                        POLICY_DRAFT_FILE.VERSION,
                        POLICY_DRAFT_FILE.CONTENT,
                        POLICY_DRAFT_FILE.SAVED_BY,
                        POLICY_DRAFT_FILE.SAVED_AT)
                .from(POLICY_DRAFT_FILE)
                .join(newest)
                .on(POLICY_DRAFT_FILE.PATH.eq(newest.field(POLICY_DRAFT_FILE.PATH)))
                .and(POLICY_DRAFT_FILE.VERSION.eq(newest.field("version", Integer.class)))
                .where(ofDraft(draft))
                .and(POLICY_DRAFT_FILE.CONTENT.isNotNull())
                .orderBy(POLICY_DRAFT_FILE.PATH)
                .fetch(Records.mapping(Draft.File::new));
    }

    public Optional<Newest> newest(String draft, String path) {
        return sql.select(
                        POLICY_DRAFT_FILE.VERSION,
                        POLICY_DRAFT_FILE.CONTENT,
                        POLICY_DRAFT_FILE.SAVED_BY,
                        POLICY_DRAFT_FILE.SAVED_AT)
                .from(POLICY_DRAFT_FILE)
                .where(ofDraft(draft))
                .and(POLICY_DRAFT_FILE.PATH.eq(path))
                .orderBy(POLICY_DRAFT_FILE.VERSION.desc())
                .limit(1)
                .fetchOptional(Records.mapping(Newest::new));
    }

    /// Saves a version of a file; gives back the row's own id.
    public String save(
            String draft, String path, int version, @Nullable String text, String by, Instant at) {
        var id = UUID.randomUUID().toString();
        sql.insertInto(POLICY_DRAFT_FILE)
                .set(POLICY_DRAFT_FILE.ID, id)
                .set(POLICY_DRAFT_FILE.SCHOOL, school)
                .set(POLICY_DRAFT_FILE.DRAFT, draft)
                .set(POLICY_DRAFT_FILE.PATH, path)
                .set(POLICY_DRAFT_FILE.VERSION, version)
                .set(POLICY_DRAFT_FILE.CONTENT, text)
                .set(POLICY_DRAFT_FILE.SAVED_BY, by)
                .set(POLICY_DRAFT_FILE.SAVED_AT, at)
                .execute();
        return id;
    }

    private Condition ofDraft(String draft) {
        return POLICY_DRAFT_FILE.SCHOOL.eq(school).and(POLICY_DRAFT_FILE.DRAFT.eq(draft));
    }
}
