// SPDX-License-Identifier: Apache-2.0
package school.lanyard.retention.store;

import static school.lanyard.database.schema.Tables.CASE_BAR;
import static school.lanyard.database.schema.Tables.CASE_FILE;
import static school.lanyard.database.schema.Tables.CASE_GLASS;
import static school.lanyard.database.schema.Tables.CASE_NAMED;
import static school.lanyard.database.schema.Tables.CASE_NAMED_POST;
import static school.lanyard.database.schema.Tables.CASE_PERSON;
import static school.lanyard.database.schema.Tables.CASE_ROUTE;
import static school.lanyard.database.schema.Tables.CONCERN_INCIDENT;
import static school.lanyard.database.schema.Tables.DISPOSAL;
import static school.lanyard.database.schema.Tables.DISPOSAL_DONE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/// Cases of one school that were disposed of.
public final class DisposalRows {

    /// A disposal as those who decided it may see it.
    ///
    /// @param destroyedAt absent while its keys are still to be destroyed
    public record Row(
            String reference,
            String decidedBy,
            String agreedBy,
            Instant disposedAt,
            @Nullable Instant destroyedAt) {}

    /// A case whose key is still to be destroyed.
    public record Undone(String caseId, String keyId) {}

    private final DSLContext sql;
    private final String school;

    public DisposalRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    /// A case, and the concerns that it was made of.
    public List<String> whole(String caseId) {
        var ids = new ArrayList<String>(List.of(caseId));
        ids.addAll(
                sql.select(CONCERN_INCIDENT.CONCERN)
                        .from(CONCERN_INCIDENT)
                        .where(CONCERN_INCIDENT.SCHOOL.eq(school))
                        .and(CONCERN_INCIDENT.INCIDENT.eq(caseId))
                        .orderBy(CONCERN_INCIDENT.CONCERN)
                        .fetch(CONCERN_INCIDENT.CONCERN));
        return ids;
    }

    /// Takes a case out of everybody's sight, with whom it was about. Its row and its entries stay,
    /// so that the ledger still verifies.
    public void dispose(String caseId, String withCase, String decided, String agreed, Instant at) {
        sql.insertInto(DISPOSAL)
                .set(DISPOSAL.CASE_ID, caseId)
                .set(DISPOSAL.SCHOOL, school)
                .set(DISPOSAL.WITH_CASE, withCase)
                .set(DISPOSAL.DECIDED_BY, decided)
                .set(DISPOSAL.AGREED_BY, agreed)
                .set(DISPOSAL.DISPOSED_AT, at)
                .execute();
        forget(CASE_ROUTE, CASE_ROUTE.SCHOOL, CASE_ROUTE.CASE_ID, caseId);
        forget(CASE_GLASS, CASE_GLASS.SCHOOL, CASE_GLASS.CASE_ID, caseId);
        forget(CASE_NAMED, CASE_NAMED.SCHOOL, CASE_NAMED.CASE_ID, caseId);
        forget(CASE_NAMED_POST, CASE_NAMED_POST.SCHOOL, CASE_NAMED_POST.CASE_ID, caseId);
        forget(CASE_PERSON, CASE_PERSON.SCHOOL, CASE_PERSON.CASE_ID, caseId);
        forget(CASE_BAR, CASE_BAR.SCHOOL, CASE_BAR.CASE_ID, caseId);
    }

    private void forget(
            Table<?> table, Field<String> ofSchool, Field<String> ofCase, String caseId) {
        sql.deleteFrom(table).where(ofSchool.eq(school)).and(ofCase.eq(caseId)).execute();
    }

    /// A disposal as its row stands.
    public record Stored(
            String caseId, String withCase, String decidedBy, String agreedBy, Instant at) {}

    /// Every disposal, to be compared with the ledger.
    public List<Stored> everything() {
        return sql.select(
                        DISPOSAL.CASE_ID,
                        DISPOSAL.WITH_CASE,
                        DISPOSAL.DECIDED_BY,
                        DISPOSAL.AGREED_BY,
                        DISPOSAL.DISPOSED_AT)
                .from(DISPOSAL)
                .where(DISPOSAL.SCHOOL.eq(school))
                .fetch(Records.mapping(Stored::new));
    }

    public List<Undone> undone() {
        return sql.select(DISPOSAL.CASE_ID, CASE_FILE.KEY_ID)
                .from(DISPOSAL)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(DISPOSAL.CASE_ID))
                .leftJoin(DISPOSAL_DONE)
                .on(DISPOSAL_DONE.CASE_ID.eq(DISPOSAL.CASE_ID))
                .where(DISPOSAL.SCHOOL.eq(school))
                .and(DISPOSAL_DONE.CASE_ID.isNull())
                .fetch(Records.mapping(Undone::new));
    }

    public void done(String caseId, Instant at) {
        sql.insertInto(DISPOSAL_DONE)
                .set(DISPOSAL_DONE.CASE_ID, caseId)
                .set(DISPOSAL_DONE.SCHOOL, school)
                .set(DISPOSAL_DONE.DESTROYED_AT, at)
                .onConflictDoNothing()
                .execute();
    }

    /// What somebody decided or agreed to, the latest first: nobody else learns that it existed.
    public List<Row> by(String person) {
        return sql.select(
                        CASE_FILE.REFERENCE,
                        DISPOSAL.DECIDED_BY,
                        DISPOSAL.AGREED_BY,
                        DISPOSAL.DISPOSED_AT,
                        DISPOSAL_DONE.DESTROYED_AT)
                .from(DISPOSAL)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(DISPOSAL.CASE_ID))
                .leftJoin(DISPOSAL_DONE)
                .on(DISPOSAL_DONE.CASE_ID.eq(DISPOSAL.CASE_ID))
                .where(DISPOSAL.SCHOOL.eq(school))
                .and(DISPOSAL.WITH_CASE.eq(DISPOSAL.CASE_ID))
                .and(DISPOSAL.DECIDED_BY.eq(person).or(DISPOSAL.AGREED_BY.eq(person)))
                .orderBy(DISPOSAL.DISPOSED_AT.desc(), DISPOSAL.CASE_ID)
                .fetch(Records.mapping(Row::new));
    }

    /// The keys of what was disposed of, the latest first, for a self-check.
    public List<String> keys(int most) {
        return sql.select(CASE_FILE.KEY_ID)
                .from(DISPOSAL)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(DISPOSAL.CASE_ID))
                .where(DISPOSAL.SCHOOL.eq(school))
                .orderBy(DISPOSAL.DISPOSED_AT.desc(), DISPOSAL.CASE_ID)
                .limit(most)
                .fetch(CASE_FILE.KEY_ID);
    }
}
