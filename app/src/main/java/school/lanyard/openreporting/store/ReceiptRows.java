// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting.store;

import static school.lanyard.database.schema.Tables.ANONYMOUS_RECEIPT;
import static school.lanyard.database.schema.Tables.CASE_FILE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import school.lanyard.access.Door;
import school.lanyard.access.Viewer;

/// The receipts of anonymous reports.
public final class ReceiptRows {

    /// A receipt with its concern.
    ///
    /// @param keyId the key of the concern, which seals the conversation as well
    public record Row(
            String id,
            String concern,
            String reference,
            String keyId,
            Instant openedAt,
            @Nullable Instant waitingSince) {}

    private final DSLContext sql;
    private final String school;

    public ReceiptRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    /// A receipt as its row stands; shown to nobody.
    public record Stored(String id, String print, String concern, @Nullable Instant waitingSince) {
        @Override
        public String toString() {
            return "Stored";
        }
    }

    /// Every row, to be compared with the ledger.
    public List<Stored> everything() {
        return sql.select(
                        ANONYMOUS_RECEIPT.ID,
                        ANONYMOUS_RECEIPT.PRINT,
                        ANONYMOUS_RECEIPT.CONCERN,
                        ANONYMOUS_RECEIPT.WAITING_AT)
                .from(ANONYMOUS_RECEIPT)
                .where(ANONYMOUS_RECEIPT.SCHOOL.eq(school))
                .fetch(Records.mapping(Stored::new));
    }

    public void add(String id, String print, String concern) {
        sql.insertInto(ANONYMOUS_RECEIPT)
                .set(ANONYMOUS_RECEIPT.ID, id)
                .set(ANONYMOUS_RECEIPT.SCHOOL, school)
                .set(ANONYMOUS_RECEIPT.PRINT, print)
                .set(ANONYMOUS_RECEIPT.CONCERN, concern)
                .execute();
    }

    /// The reporter's own side, by the print of their code.
    public Optional<Row> byPrint(String print) {
        return rows(ANONYMOUS_RECEIPT.PRINT.eq(print)).stream().findFirst();
    }

    /// The reporter's own side, once they have shown their code.
    public Optional<Row> find(String id) {
        return rows(ANONYMOUS_RECEIPT.ID.eq(id)).stream().findFirst();
    }

    /// The handlers' side of a concern.
    public Optional<Row> of(String concern, Viewer viewer) {
        return rows(
                        ANONYMOUS_RECEIPT
                                .CONCERN
                                .eq(concern)
                                .and(Door.opens(ANONYMOUS_RECEIPT.CONCERN, viewer)))
                .stream()
                .findFirst();
    }

    /// Every conversation that the viewer may read, those that wait for an answer first.
    public List<Row> all(Viewer viewer) {
        return rows(Door.opens(ANONYMOUS_RECEIPT.CONCERN, viewer));
    }

    /// How many wait for an answer from the viewer.
    public int waiting(Viewer viewer) {
        return sql.fetchCount(
                ANONYMOUS_RECEIPT,
                ANONYMOUS_RECEIPT
                        .SCHOOL
                        .eq(school)
                        .and(ANONYMOUS_RECEIPT.WAITING_AT.isNotNull())
                        .and(Door.opens(ANONYMOUS_RECEIPT.CONCERN, viewer)));
    }

    public void waits(String id, @Nullable Instant since) {
        sql.update(ANONYMOUS_RECEIPT)
                .set(ANONYMOUS_RECEIPT.WAITING_AT, since)
                .where(ANONYMOUS_RECEIPT.SCHOOL.eq(school))
                .and(ANONYMOUS_RECEIPT.ID.eq(id))
                .execute();
    }

    private List<Row> rows(Condition which) {
        return sql.select(
                        ANONYMOUS_RECEIPT.ID,
                        ANONYMOUS_RECEIPT.CONCERN,
                        CASE_FILE.REFERENCE,
                        CASE_FILE.KEY_ID,
                        CASE_FILE.OPENED_AT,
                        ANONYMOUS_RECEIPT.WAITING_AT)
                .from(ANONYMOUS_RECEIPT)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(ANONYMOUS_RECEIPT.CONCERN))
                .where(ANONYMOUS_RECEIPT.SCHOOL.eq(school))
                .and(which)
                .orderBy(
                        ANONYMOUS_RECEIPT.WAITING_AT.asc().nullsLast(),
                        CASE_FILE.OPENED_AT.desc(),
                        ANONYMOUS_RECEIPT.ID)
                .fetch(Records.mapping(Row::new));
    }
}
