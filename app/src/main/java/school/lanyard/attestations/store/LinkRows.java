// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations.store;

import static school.lanyard.database.schema.Tables.ATTESTATION_LINK;
import static school.lanyard.database.schema.Tables.ATTESTATION_LINK_END;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/// Personal links, known only by the hash of their secret.
public final class LinkRows {

    /// A link.
    ///
    /// @param ended how it came to its end before its time: `used` or `revoked`; absent while it
    ///   has not
    public record Row(
            String id,
            String school,
            String person,
            String madeBy,
            Instant madeAt,
            Instant expiresAt,
            @Nullable String ended) {}

    private final DSLContext sql;

    public LinkRows(DSLContext sql) {
        this.sql = sql;
    }

    public void insert(Row row, String hash) {
        sql.insertInto(ATTESTATION_LINK)
                .set(ATTESTATION_LINK.ID, row.id())
                .set(ATTESTATION_LINK.SCHOOL, row.school())
                .set(ATTESTATION_LINK.PERSON, row.person())
                .set(ATTESTATION_LINK.TOKEN_HASH, hash)
                .set(ATTESTATION_LINK.MADE_BY, row.madeBy())
                .set(ATTESTATION_LINK.MADE_AT, row.madeAt())
                .set(ATTESTATION_LINK.EXPIRES_AT, row.expiresAt())
                .execute();
    }

    public Optional<Row> withHash(String hash) {
        return where(ATTESTATION_LINK.TOKEN_HASH.eq(hash)).stream().findFirst();
    }

    /// Those of a school that work at a moment, the newest first.
    public List<Row> open(String school, Instant at) {
        return where(
                ATTESTATION_LINK
                        .SCHOOL
                        .eq(school)
                        .and(ATTESTATION_LINK.EXPIRES_AT.gt(at))
                        .and(ATTESTATION_LINK_END.LINK.isNull()));
    }

    private List<Row> where(Condition condition) {
        return sql.select(
                        ATTESTATION_LINK.ID,
                        ATTESTATION_LINK.SCHOOL,
                        ATTESTATION_LINK.PERSON,
                        ATTESTATION_LINK.MADE_BY,
                        ATTESTATION_LINK.MADE_AT,
                        ATTESTATION_LINK.EXPIRES_AT,
                        ATTESTATION_LINK_END.HOW)
                .from(ATTESTATION_LINK)
                .leftJoin(ATTESTATION_LINK_END)
                .on(ATTESTATION_LINK_END.LINK.eq(ATTESTATION_LINK.ID))
                .where(condition)
                .orderBy(ATTESTATION_LINK.MADE_AT.desc(), ATTESTATION_LINK.ID)
                .fetch(Records.mapping(Row::new));
    }

    /// Ends a link.
    ///
    /// @return false if it had come to its end already
    public boolean end(Row row, String how, String by, Instant at) {
        return sql.insertInto(ATTESTATION_LINK_END)
                        .set(ATTESTATION_LINK_END.LINK, row.id())
                        .set(ATTESTATION_LINK_END.SCHOOL, row.school())
                        .set(ATTESTATION_LINK_END.HOW, how)
                        .set(ATTESTATION_LINK_END.ENDED_BY, by)
                        .set(ATTESTATION_LINK_END.ENDED_AT, at)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}
