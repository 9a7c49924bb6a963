// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.store;

import static school.lanyard.database.schema.Tables.POLICY_COMMENT;
import static school.lanyard.database.schema.Tables.POLICY_COMMENT_ANSWER;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;

/// The comments on one school's drafts, and the answers, all of them sealed.
public final class CommentRows {

    /// A comment or an answer as it is kept.
    ///
    /// @param about empty for an answer
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Sealed(
            String id, String about, String keyId, byte[] sealed, String by, Instant at) {}

    private final DSLContext sql;
    private final String school;

    public CommentRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public void insert(String draft, String about, Sealed comment) {
        sql.insertInto(POLICY_COMMENT)
                .set(POLICY_COMMENT.ID, comment.id())
                .set(POLICY_COMMENT.SCHOOL, school)
                .set(POLICY_COMMENT.DRAFT, draft)
                .set(POLICY_COMMENT.ABOUT, about)
                .set(POLICY_COMMENT.KEY_ID, comment.keyId())
                .set(POLICY_COMMENT.SEALED, comment.sealed())
                .set(POLICY_COMMENT.MADE_BY, comment.by())
                .set(POLICY_COMMENT.MADE_AT, comment.at())
                .execute();
    }

    public void answer(String comment, Sealed answer) {
        sql.insertInto(POLICY_COMMENT_ANSWER)
                .set(POLICY_COMMENT_ANSWER.ID, answer.id())
                .set(POLICY_COMMENT_ANSWER.SCHOOL, school)
                .set(POLICY_COMMENT_ANSWER.COMMENT_ID, comment)
                .set(POLICY_COMMENT_ANSWER.KEY_ID, answer.keyId())
                .set(POLICY_COMMENT_ANSWER.SEALED, answer.sealed())
                .set(POLICY_COMMENT_ANSWER.MADE_BY, answer.by())
                .set(POLICY_COMMENT_ANSWER.MADE_AT, answer.at())
                .execute();
    }

    public List<Sealed> of(String draft) {
        return comments(POLICY_COMMENT.DRAFT.eq(draft));
    }

    public Optional<Sealed> find(String comment) {
        return comments(POLICY_COMMENT.ID.eq(comment)).stream().findFirst();
    }

    private List<Sealed> comments(Condition which) {
        return sql.select(
                        POLICY_COMMENT.ID,
                        POLICY_COMMENT.ABOUT,
                        POLICY_COMMENT.KEY_ID,
                        POLICY_COMMENT.SEALED,
                        POLICY_COMMENT.MADE_BY,
                        POLICY_COMMENT.MADE_AT)
                .from(POLICY_COMMENT)
                .where(POLICY_COMMENT.SCHOOL.eq(school))
                .and(which)
                .orderBy(POLICY_COMMENT.MADE_AT, POLICY_COMMENT.ID)
                .fetch(Records.mapping(Sealed::new));
    }

    public List<Sealed> answers(String comment) {
        return sql.select(
                        POLICY_COMMENT_ANSWER.ID,
                        DSL.inline(""),
                        POLICY_COMMENT_ANSWER.KEY_ID,
                        POLICY_COMMENT_ANSWER.SEALED,
                        POLICY_COMMENT_ANSWER.MADE_BY,
                        POLICY_COMMENT_ANSWER.MADE_AT)
                .from(POLICY_COMMENT_ANSWER)
                .where(POLICY_COMMENT_ANSWER.SCHOOL.eq(school))
                .and(POLICY_COMMENT_ANSWER.COMMENT_ID.eq(comment))
                .orderBy(POLICY_COMMENT_ANSWER.MADE_AT, POLICY_COMMENT_ANSWER.ID)
                .fetch(Records.mapping(Sealed::new));
    }

    public int unanswered(String draft) {
        return sql.fetchCount(
                POLICY_COMMENT,
                POLICY_COMMENT
                        .SCHOOL
                        .eq(school)
                        .and(POLICY_COMMENT.DRAFT.eq(draft))
                        .and(
                                DSL.notExists(
                                        DSL.selectOne()
                                                .from(POLICY_COMMENT_ANSWER)
                                                .where(
                                                        POLICY_COMMENT_ANSWER.COMMENT_ID.eq(
                                                                POLICY_COMMENT.ID)))));
    }
}
