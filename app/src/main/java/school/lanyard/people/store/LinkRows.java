// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.store;

import static school.lanyard.database.schema.Tables.ACCOUNT_LINK;
import static school.lanyard.database.schema.Tables.PERSON;

import java.time.Instant;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;

/// Links that work once, known only by the hash of their secret.
public final class LinkRows {

    /// A link that has neither been used nor cancelled. Rows are never compared.
    @SuppressWarnings("ArrayRecordComponent")
    public record Row(
            String id,
            String school,
            String person,
            String keyId,
            String purpose,
            byte[] sealed,
            String madeBy,
            Instant madeAt,
            Instant expiresAt) {}

    private final DSLContext sql;

    public LinkRows(DSLContext sql) {
        this.sql = sql;
    }

    public void insert(Row row, String hash) {
        sql.insertInto(ACCOUNT_LINK)
                .set(ACCOUNT_LINK.ID, row.id())
                .set(ACCOUNT_LINK.SCHOOL, row.school())
                .set(ACCOUNT_LINK.PERSON, row.person())
                .set(ACCOUNT_LINK.PURPOSE, row.purpose())
                .set(ACCOUNT_LINK.TOKEN_HASH, hash)
                .set(ACCOUNT_LINK.SEALED, row.sealed())
                .set(ACCOUNT_LINK.MADE_BY, row.madeBy())
                .set(ACCOUNT_LINK.MADE_AT, row.madeAt())
                .set(ACCOUNT_LINK.EXPIRES_AT, row.expiresAt())
                .execute();
    }

    public Optional<Row> withHash(String hash, Instant now) {
        return where(ACCOUNT_LINK.TOKEN_HASH.eq(hash).and(ACCOUNT_LINK.EXPIRES_AT.gt(now)));
    }

    public Optional<Row> withId(String school, String id, Instant now) {
        return where(
                ACCOUNT_LINK
                        .SCHOOL
                        .eq(school)
                        .and(ACCOUNT_LINK.ID.eq(id))
                        .and(ACCOUNT_LINK.EXPIRES_AT.gt(now)));
    }

    /// The newest link of a purpose, expired or not.
    public Optional<Row> newest(String school, String person, String purpose) {
        return where(
                ACCOUNT_LINK
                        .SCHOOL
                        .eq(school)
                        .and(ACCOUNT_LINK.PERSON.eq(person))
                        .and(ACCOUNT_LINK.PURPOSE.eq(purpose)));
    }

    private Optional<Row> where(Condition condition) {
        return sql.select(
                        ACCOUNT_LINK.ID,
                        ACCOUNT_LINK.SCHOOL,
                        ACCOUNT_LINK.PERSON,
                        PERSON.KEY_ID,
                        ACCOUNT_LINK.PURPOSE,
                        ACCOUNT_LINK.SEALED,
                        ACCOUNT_LINK.MADE_BY,
                        ACCOUNT_LINK.MADE_AT,
                        ACCOUNT_LINK.EXPIRES_AT)
                .from(ACCOUNT_LINK)
                .join(PERSON)
                .on(PERSON.ID.eq(ACCOUNT_LINK.PERSON))
                .where(condition)
                .and(ACCOUNT_LINK.USED_AT.isNull())
                .and(ACCOUNT_LINK.CANCELLED_AT.isNull())
                .orderBy(ACCOUNT_LINK.MADE_AT.desc(), ACCOUNT_LINK.ID)
                .limit(1)
                .fetchOptional(Records.mapping(Row::new));
    }

    /// Gives a link a new secret; the old one stops working.
    public void renew(String id, String hash) {
        sql.update(ACCOUNT_LINK)
                .set(ACCOUNT_LINK.TOKEN_HASH, hash)
                .where(ACCOUNT_LINK.ID.eq(id))
                .execute();
    }

    /// Uses a link up.
    ///
    /// @return false if somebody else just did
    public boolean use(String id, Instant at) {
        return sql.update(ACCOUNT_LINK)
                        .set(ACCOUNT_LINK.USED_AT, at)
                        .where(ACCOUNT_LINK.ID.eq(id))
                        .and(ACCOUNT_LINK.USED_AT.isNull())
                        .and(ACCOUNT_LINK.CANCELLED_AT.isNull())
                        .and(ACCOUNT_LINK.EXPIRES_AT.gt(at))
                        .execute()
                == 1;
    }

    /// Makes every open link of somebody useless.
    public void cancel(String school, String person, Instant at) {
        sql.update(ACCOUNT_LINK)
                .set(ACCOUNT_LINK.CANCELLED_AT, at)
                .where(ACCOUNT_LINK.SCHOOL.eq(school))
                .and(ACCOUNT_LINK.PERSON.eq(person))
                .and(ACCOUNT_LINK.USED_AT.isNull())
                .and(ACCOUNT_LINK.CANCELLED_AT.isNull())
                .execute();
    }
}
