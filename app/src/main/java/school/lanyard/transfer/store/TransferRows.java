// SPDX-License-Identifier: Apache-2.0
package school.lanyard.transfer.store;

import static school.lanyard.database.schema.Tables.CASE_PERSON;
import static school.lanyard.database.schema.Tables.TRANSFER;
import static school.lanyard.database.schema.Tables.TRANSFER_BUNDLE;
import static school.lanyard.database.schema.Tables.TRANSFER_RECEIPT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import school.lanyard.access.Door;
import school.lanyard.access.Viewer;

/// Files of one school that are to follow a child.
public final class TransferRows {

    /// A child who leaves. Rows are never compared, so an array may stand in one.
    @SuppressWarnings("ArrayRecordComponent")
    public record Row(
            String id,
            String person,
            LocalDate leftOn,
            @Nullable LocalDate dueOn,
            String keyId,
            byte[] sealed,
            String by,
            Instant at) {}

    /// A bundle that was made.
    public record Made(String manifestHash, String by, Instant at) {}

    /// That the next school has it.
    @SuppressWarnings("ArrayRecordComponent")
    public record Receipt(
            String id, LocalDate confirmedOn, String keyId, byte[] sealed, String by, Instant at) {}

    private final DSLContext sql;
    private final String school;

    public TransferRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public void begin(Row row) {
        sql.insertInto(TRANSFER)
                .set(TRANSFER.ID, row.id())
                .set(TRANSFER.SCHOOL, school)
                .set(TRANSFER.PERSON, row.person())
                .set(TRANSFER.LEFT_ON, row.leftOn())
                .set(TRANSFER.DUE_ON, row.dueOn())
                .set(TRANSFER.KEY_ID, row.keyId())
                .set(TRANSFER.SEALED, row.sealed())
                .set(TRANSFER.BEGUN_BY, row.by())
                .set(TRANSFER.BEGUN_AT, row.at())
                .execute();
    }

    public List<Row> all() {
        return sql.select(
                        TRANSFER.ID,
                        TRANSFER.PERSON,
                        TRANSFER.LEFT_ON,
                        TRANSFER.DUE_ON,
                        TRANSFER.KEY_ID,
                        TRANSFER.SEALED,
                        TRANSFER.BEGUN_BY,
                        TRANSFER.BEGUN_AT)
                .from(TRANSFER)
                .where(TRANSFER.SCHOOL.eq(school))
                .orderBy(TRANSFER.BEGUN_AT.desc(), TRANSFER.ID)
                .fetch(Records.mapping(Row::new));
    }

    public void made(String id, String transfer, Made made) {
        sql.insertInto(TRANSFER_BUNDLE)
                .set(TRANSFER_BUNDLE.ID, id)
                .set(TRANSFER_BUNDLE.TRANSFER, transfer)
                .set(TRANSFER_BUNDLE.SCHOOL, school)
                .set(TRANSFER_BUNDLE.MANIFEST_HASH, made.manifestHash())
                .set(TRANSFER_BUNDLE.MADE_BY, made.by())
                .set(TRANSFER_BUNDLE.MADE_AT, made.at())
                .execute();
    }

    public List<Made> bundles(String transfer) {
        return sql.select(
                        TRANSFER_BUNDLE.MANIFEST_HASH,
                        TRANSFER_BUNDLE.MADE_BY,
                        TRANSFER_BUNDLE.MADE_AT)
                .from(TRANSFER_BUNDLE)
                .where(TRANSFER_BUNDLE.SCHOOL.eq(school))
                .and(TRANSFER_BUNDLE.TRANSFER.eq(transfer))
                .orderBy(TRANSFER_BUNDLE.MADE_AT)
                .fetch(Records.mapping(Made::new));
    }

    public void confirm(String transfer, Receipt receipt) {
        sql.insertInto(TRANSFER_RECEIPT)
                .set(TRANSFER_RECEIPT.ID, receipt.id())
                .set(TRANSFER_RECEIPT.TRANSFER, transfer)
                .set(TRANSFER_RECEIPT.SCHOOL, school)
                .set(TRANSFER_RECEIPT.CONFIRMED_ON, receipt.confirmedOn())
                .set(TRANSFER_RECEIPT.KEY_ID, receipt.keyId())
                .set(TRANSFER_RECEIPT.SEALED, receipt.sealed())
                .set(TRANSFER_RECEIPT.RECORDED_BY, receipt.by())
                .set(TRANSFER_RECEIPT.RECORDED_AT, receipt.at())
                .execute();
    }

    /// A bundle as its row stands, with the child of its transfer.
    public record StoredBundle(String transfer, String person, Made made) {}

    /// A receipt as its row stands, with the child of its transfer.
    public record StoredReceipt(String transfer, String person, Receipt receipt) {}

    /// Every bundle, to be compared with the ledger.
    public List<StoredBundle> everyBundle() {
        return sql.select(
                        TRANSFER.ID,
                        TRANSFER.PERSON,
                        TRANSFER_BUNDLE.MANIFEST_HASH,
                        TRANSFER_BUNDLE.MADE_BY,
                        TRANSFER_BUNDLE.MADE_AT)
                .from(TRANSFER_BUNDLE)
                .join(TRANSFER)
                .on(TRANSFER.ID.eq(TRANSFER_BUNDLE.TRANSFER))
                .where(TRANSFER_BUNDLE.SCHOOL.eq(school))
                .fetch(row ->
                        new StoredBundle(
                                row.value1(),
                                row.value2(),
                                new Made(row.value3(), row.value4(), row.value5())));
    }

    /// Every receipt, to be compared with the ledger.
    public List<StoredReceipt> everyReceipt() {
        return all().stream()
                .flatMap(row ->
                        Optional.ofNullable(receipt(row.id()))
                                .map(found -> new StoredReceipt(row.id(), row.person(), found))
                                .stream())
                .toList();
    }

    public @Nullable Receipt receipt(String transfer) {
        return sql.select(
                        TRANSFER_RECEIPT.ID,
                        TRANSFER_RECEIPT.CONFIRMED_ON,
                        TRANSFER_RECEIPT.KEY_ID,
                        TRANSFER_RECEIPT.SEALED,
                        TRANSFER_RECEIPT.RECORDED_BY,
                        TRANSFER_RECEIPT.RECORDED_AT)
                .from(TRANSFER_RECEIPT)
                .where(TRANSFER_RECEIPT.SCHOOL.eq(school))
                .and(TRANSFER_RECEIPT.TRANSFER.eq(transfer))
                .fetchOne(Records.mapping(Receipt::new));
    }

    /// Everybody with a part in a case that the viewer may read.
    public Set<String> withCases(Viewer viewer) {
        return sql.selectDistinct(CASE_PERSON.PERSON)
                .from(CASE_PERSON)
                .where(CASE_PERSON.SCHOOL.eq(school))
                .and(Door.opens(CASE_PERSON.CASE_ID, viewer))
                .fetchSet(CASE_PERSON.PERSON);
    }
}
