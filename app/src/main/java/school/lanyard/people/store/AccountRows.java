// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.store;

import static school.lanyard.database.schema.Tables.ACCOUNT;
import static school.lanyard.database.schema.Tables.PERSON;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record7;
import org.jooq.Records;
import org.jooq.ResultQuery;
import org.jspecify.annotations.Nullable;

/// The accounts of one school, sealed.
public final class AccountRows {

    /// An account and the key that seals it. Rows are never compared, so an array may stand in one.
    ///
    /// @param totpStep the last step of time whose code was used
    /// @param signedInAt when they first signed in; absent until then
    @SuppressWarnings("ArrayRecordComponent")
    public record Row(
            String id,
            String person,
            String keyId,
            byte[] sealed,
            long totpStep,
            @Nullable Instant signedInAt,
            @Nullable Instant closedAt) {}

    private final DSLContext sql;
    private final String school;

    public AccountRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public Optional<Row> of(String person) {
        return where(ACCOUNT.PERSON.eq(person));
    }

    public Optional<Row> at(String addressPrint) {
        return where(ACCOUNT.ADDRESS_PRINT.eq(addressPrint));
    }

    /// Whose accounts were open at a moment, of those there are now.
    public Set<String> openAt(Instant at) {
        return sql.select(ACCOUNT.PERSON)
                .from(ACCOUNT)
                .where(ACCOUNT.SCHOOL.eq(school))
                .and(ACCOUNT.CLOSED_AT.isNull().or(ACCOUNT.CLOSED_AT.gt(at)))
                .fetchSet(ACCOUNT.PERSON);
    }

    /// The same accounts with what is sealed of them.
    public List<Row> allOpenAt(Instant at) {
        return select(ACCOUNT.CLOSED_AT.isNull().or(ACCOUNT.CLOSED_AT.gt(at)))
                .fetch(Records.mapping(Row::new));
    }

    private Optional<Row> where(Condition condition) {
        return select(condition).fetchOptional(Records.mapping(Row::new));
    }

    private ResultQuery<Record7<String, String, String, byte[], Long, Instant, Instant>> select(
            Condition condition) {
        return sql.select(
                        ACCOUNT.ID,
                        ACCOUNT.PERSON,
                        PERSON.KEY_ID,
                        ACCOUNT.SEALED,
                        ACCOUNT.TOTP_STEP,
                        ACCOUNT.SIGNED_IN_AT,
                        ACCOUNT.CLOSED_AT)
                .from(ACCOUNT)
                .join(PERSON)
                .on(PERSON.ID.eq(ACCOUNT.PERSON))
                .where(ACCOUNT.SCHOOL.eq(school))
                .and(condition);
    }

    public String insert(String person) {
        var id = UUID.randomUUID().toString();
        sql.insertInto(ACCOUNT)
                .set(ACCOUNT.ID, id)
                .set(ACCOUNT.SCHOOL, school)
                .set(ACCOUNT.PERSON, person)
                .set(ACCOUNT.ADDRESS_PRINT, id)
                .set(ACCOUNT.SEALED, new byte[0])
                .set(ACCOUNT.TOTP_STEP, 0L)
                .set(ACCOUNT.CHANGED_AT, Instant.EPOCH)
                .execute();
        return id;
    }

    public void update(String id, String addressPrint, byte[] sealed, Instant at) {
        sql.update(ACCOUNT)
                .set(ACCOUNT.ADDRESS_PRINT, addressPrint)
                .set(ACCOUNT.SEALED, sealed)
                .set(ACCOUNT.CHANGED_AT, at)
                .where(ACCOUNT.SCHOOL.eq(school))
                .and(ACCOUNT.ID.eq(id))
                .execute();
    }

    public void close(String id, @Nullable Instant at) {
        sql.update(ACCOUNT)
                .set(ACCOUNT.CLOSED_AT, at)
                .where(ACCOUNT.SCHOOL.eq(school))
                .and(ACCOUNT.ID.eq(id))
                .execute();
    }

    /// Uses up a step of time. A code seen once, or an older one, finds no row to change.
    public boolean use(String id, long step) {
        return sql.update(ACCOUNT)
                        .set(ACCOUNT.TOTP_STEP, step)
                        .where(ACCOUNT.SCHOOL.eq(school))
                        .and(ACCOUNT.ID.eq(id))
                        .and(ACCOUNT.TOTP_STEP.lt(step))
                        .execute()
                == 1;
    }

    public void signedIn(String id, Instant at) {
        sql.update(ACCOUNT)
                .set(ACCOUNT.SIGNED_IN_AT, at)
                .where(ACCOUNT.SCHOOL.eq(school))
                .and(ACCOUNT.ID.eq(id))
                .and(ACCOUNT.SIGNED_IN_AT.isNull())
                .execute();
    }
}
