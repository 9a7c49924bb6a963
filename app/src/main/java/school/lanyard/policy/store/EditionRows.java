// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy.store;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static school.lanyard.database.schema.Tables.EDITION;
import static school.lanyard.database.schema.Tables.LEDGER_ENTRY;
import static school.lanyard.database.schema.Tables.LEDGER_SUBJECT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Records;
import school.lanyard.core.pack.Pack;

/// The editions that one school has published.
public final class EditionRows {

    /// When an edition was published, and the day from which it is to run.
    public record Dated(String id, LocalDate inForceOn, Instant publishedAt) {}

    /// An edition as it is kept.
    public record Row(String resolved, String hash) {}

    private final DSLContext sql;
    private final String school;

    public EditionRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public String school() {
        return school;
    }

    /// The schools that have published an edition.
    public static Set<String> schools(DSLContext sql) {
        return sql.selectDistinct(EDITION.SCHOOL).from(EDITION).fetchSet(EDITION.SCHOOL);
    }

    public void insert(String id, Pack pack, int schemaVersion, LocalDate inForceOn, Instant at) {
        sql.insertInto(EDITION)
                .set(EDITION.ID, id)
                .set(EDITION.SCHOOL, school)
                .set(EDITION.PACK, pack.key())
                .set(EDITION.LABEL, pack.label())
                .set(EDITION.SCHEMA_VERSION, schemaVersion)
                .set(EDITION.HASH, pack.hash())
                .set(EDITION.RESOLVED, pack.canonical())
                .set(EDITION.IN_FORCE_ON, inForceOn)
                .set(EDITION.PUBLISHED_AT, at)
                .execute();
    }

    /// The edition in force on a day: the latest to come into force, and of those the last
    /// published.
    public Optional<String> runningOn(LocalDate day) {
        return sql.select(EDITION.ID)
                .from(EDITION)
                .where(EDITION.SCHOOL.eq(school))
                .and(EDITION.IN_FORCE_ON.le(day))
                .orderBy(EDITION.IN_FORCE_ON.desc(), EDITION.PUBLISHED_AT.desc())
                .limit(1)
                .fetchOptional(EDITION.ID);
    }

    /// Every edition, in the order of publishing.
    public List<Dated> all() {
        return sql.select(EDITION.ID, EDITION.IN_FORCE_ON, EDITION.PUBLISHED_AT)
                .from(EDITION)
                .where(EDITION.SCHOOL.eq(school))
                .orderBy(EDITION.PUBLISHED_AT, EDITION.ID)
                .fetch(Records.mapping(Dated::new));
    }

    public Optional<Row> find(String id) {
        return sql.select(EDITION.RESOLVED, EDITION.HASH)
                .from(EDITION)
                .where(EDITION.SCHOOL.eq(school))
                .and(EDITION.ID.eq(id))
                .fetchOptional(Records.mapping(Row::new));
    }

    /// Whether every edition's text still has the hash it was published with, and the ledger knows
    /// of its publishing.
    public boolean allAsPublished() {
        var changed =
                sql
                        .select(EDITION.RESOLVED, EDITION.HASH)
                        .from(EDITION)
                        .where(EDITION.SCHOOL.eq(school))
                        .fetch()
                        .stream()
                        .anyMatch(row -> !Pack.hash(row.value1()).equals(row.value2()));
        return !changed
                && !sql.fetchExists(
                        EDITION,
                        EDITION.SCHOOL
                                .eq(school)
                                .and(
                                        notExists(
                                                selectOne()
                                                        .from(LEDGER_SUBJECT)
                                                        .join(LEDGER_ENTRY)
                                                        .on(
                                                                LEDGER_ENTRY
                                                                        .SCHOOL
                                                                        .eq(LEDGER_SUBJECT.SCHOOL)
                                                                        .and(
                                                                                LEDGER_ENTRY.SEQ.eq(
                                                                                        LEDGER_SUBJECT
                                                                                                .SEQ)))
                                                        .where(
                                                                LEDGER_SUBJECT.SCHOOL.eq(
                                                                        EDITION.SCHOOL))
                                                        .and(LEDGER_SUBJECT.SUBJECT.eq(EDITION.ID))
                                                        .and(
                                                                LEDGER_ENTRY.ACTION.eq(
                                                                        "policy.published")))));
    }

    public boolean none() {
        return !sql.fetchExists(EDITION, EDITION.SCHOOL.eq(school));
    }

    public boolean has(String id) {
        return sql.fetchExists(EDITION, EDITION.SCHOOL.eq(school).and(EDITION.ID.eq(id)));
    }
}
