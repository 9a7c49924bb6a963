// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.store;

import static school.lanyard.database.schema.Tables.EDITION_DECISION;
import static school.lanyard.database.schema.Tables.EDITION_REQUEST;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import school.lanyard.core.pack.Pack;

/// The editions of one school that wait for a second person, and what was decided.
public final class EditionRequestRows {

    /// An edition that nobody has decided about.
    public record Row(
            String id, String resolved, String hash, LocalDate inForceOn, String askedBy) {}

    private final DSLContext sql;
    private final String school;

    public EditionRequestRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public void ask(
            String id, Pack pack, int schemaVersion, LocalDate inForceOn, String by, Instant at) {
        sql.insertInto(EDITION_REQUEST)
                .set(EDITION_REQUEST.ID, id)
                .set(EDITION_REQUEST.SCHOOL, school)
                .set(EDITION_REQUEST.PACK, pack.key())
                .set(EDITION_REQUEST.LABEL, pack.label())
                .set(EDITION_REQUEST.SCHEMA_VERSION, schemaVersion)
                .set(EDITION_REQUEST.HASH, pack.hash())
                .set(EDITION_REQUEST.RESOLVED, pack.canonical())
                .set(EDITION_REQUEST.IN_FORCE_ON, inForceOn)
                .set(EDITION_REQUEST.ASKED_BY, by)
                .set(EDITION_REQUEST.ASKED_AT, at)
                .execute();
    }

    public void decide(String request, boolean granted, String by, Instant at) {
        sql.insertInto(EDITION_DECISION)
                .set(EDITION_DECISION.REQUEST, request)
                .set(EDITION_DECISION.SCHOOL, school)
                .set(EDITION_DECISION.GRANTED, granted)
                .set(EDITION_DECISION.DECIDED_BY, by)
                .set(EDITION_DECISION.DECIDED_AT, at)
                .execute();
    }

    /// Who asked for what was asked since a time and has no decision.
    public List<String> askers(Instant since) {
        return sql.select(EDITION_REQUEST.ASKED_BY)
                .from(EDITION_REQUEST)
                .leftJoin(EDITION_DECISION)
                .on(EDITION_DECISION.REQUEST.eq(EDITION_REQUEST.ID))
                .where(EDITION_REQUEST.SCHOOL.eq(school))
                .and(EDITION_DECISION.REQUEST.isNull())
                .and(EDITION_REQUEST.ASKED_AT.gt(since))
                .fetch(EDITION_REQUEST.ASKED_BY);
    }

    /// What was asked since a time and has no decision, oldest first.
    public List<Row> open(Instant since) {
        return sql.select(
                        EDITION_REQUEST.ID,
                        EDITION_REQUEST.RESOLVED,
                        EDITION_REQUEST.HASH,
                        EDITION_REQUEST.IN_FORCE_ON,
                        EDITION_REQUEST.ASKED_BY)
                .from(EDITION_REQUEST)
                .leftJoin(EDITION_DECISION)
                .on(EDITION_DECISION.REQUEST.eq(EDITION_REQUEST.ID))
                .where(EDITION_REQUEST.SCHOOL.eq(school))
                .and(EDITION_DECISION.REQUEST.isNull())
                .and(EDITION_REQUEST.ASKED_AT.gt(since))
                .orderBy(EDITION_REQUEST.ASKED_AT, EDITION_REQUEST.ID)
                .fetch(Records.mapping(Row::new));
    }
}
