// SPDX-License-Identifier: Apache-2.0
package school.lanyard.transfer.store;

import static org.jooq.impl.DSL.noCondition;
import static school.lanyard.database.schema.Tables.CASE_FILE;
import static school.lanyard.database.schema.Tables.RECEIVED_FILE;
import static school.lanyard.database.schema.Tables.TRANSFER_KEY;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import school.lanyard.access.Door;
import school.lanyard.access.Viewer;

/// Files that came to one school with a child, and the key pair that they may be sealed for.
public final class ReceivedRows {

    /// A file that came, still sealed. Rows are never compared, so an array may stand in one.
    @SuppressWarnings("ArrayRecordComponent")
    public record Row(
            String id,
            String caseId,
            String reference,
            String person,
            String keyId,
            byte[] sealed,
            String by,
            Instant at) {}

    /// A case, as far as attaching something to it goes.
    public record Case(String id, String keyId) {}

    /// The school's key pair, the private part still sealed.
    @SuppressWarnings("ArrayRecordComponent")
    public record Pair(String id, String publicKey, String keyId, byte[] sealed) {}

    private final DSLContext sql;
    private final String school;

    public ReceivedRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    /// The case behind a receipt that was only just given; shown to nobody.
    public Case caseOf(String reference) {
        return sql.select(CASE_FILE.ID, CASE_FILE.KEY_ID)
                .from(CASE_FILE)
                .where(CASE_FILE.SCHOOL.eq(school))
                .and(CASE_FILE.REFERENCE.eq(reference))
                .fetchSingle(Records.mapping(Case::new));
    }

    /// Attaches a file to its case; says whether it was not there already.
    public boolean add(Row row, String print) {
        return sql.insertInto(RECEIVED_FILE)
                        .set(RECEIVED_FILE.ID, row.id())
                        .set(RECEIVED_FILE.SCHOOL, school)
                        .set(RECEIVED_FILE.CASE_ID, row.caseId())
                        .set(RECEIVED_FILE.PERSON, row.person())
                        .set(RECEIVED_FILE.PRINT, print)
                        .set(RECEIVED_FILE.KEY_ID, row.keyId())
                        .set(RECEIVED_FILE.SEALED, row.sealed())
                        .set(RECEIVED_FILE.RECEIVED_BY, row.by())
                        .set(RECEIVED_FILE.RECEIVED_AT, row.at())
                        .onConflict(RECEIVED_FILE.CASE_ID)
                        .doNothing()
                        .execute()
                > 0;
    }

    public List<Row> all(Viewer viewer) {
        return rows(noCondition(), viewer);
    }

    public List<Row> of(String person, Viewer viewer) {
        return rows(RECEIVED_FILE.PERSON.eq(person), viewer);
    }

    public Optional<Row> find(String reference, Viewer viewer) {
        return rows(CASE_FILE.REFERENCE.eq(reference), viewer).stream().findFirst();
    }

    private List<Row> rows(Condition which, Viewer viewer) {
        return sql.select(
                        RECEIVED_FILE.ID,
                        RECEIVED_FILE.CASE_ID,
                        CASE_FILE.REFERENCE,
                        RECEIVED_FILE.PERSON,
                        RECEIVED_FILE.KEY_ID,
                        RECEIVED_FILE.SEALED,
                        RECEIVED_FILE.RECEIVED_BY,
                        RECEIVED_FILE.RECEIVED_AT)
                .from(RECEIVED_FILE)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(RECEIVED_FILE.CASE_ID))
                .where(RECEIVED_FILE.SCHOOL.eq(school))
                .and(which)
                .and(Door.opens(RECEIVED_FILE.CASE_ID, viewer))
                .orderBy(RECEIVED_FILE.RECEIVED_AT.desc(), RECEIVED_FILE.ID)
                .fetch(Records.mapping(Row::new));
    }

    /// A file as its row stands; shown to nobody.
    @SuppressWarnings("ArrayRecordComponent")
    public record Stored(
            String caseId,
            String person,
            String print,
            String keyId,
            byte[] sealed,
            String by,
            Instant at) {}

    /// Every file that came, to be compared with the ledger.
    public List<Stored> everything() {
        return stored(noCondition());
    }

    /// The one of a case, for the software itself.
    public List<Stored> everything(String caseId) {
        return stored(RECEIVED_FILE.CASE_ID.eq(caseId));
    }

    private List<Stored> stored(Condition which) {
        return sql.select(
                        RECEIVED_FILE.CASE_ID,
                        RECEIVED_FILE.PERSON,
                        RECEIVED_FILE.PRINT,
                        RECEIVED_FILE.KEY_ID,
                        RECEIVED_FILE.SEALED,
                        RECEIVED_FILE.RECEIVED_BY,
                        RECEIVED_FILE.RECEIVED_AT)
                .from(RECEIVED_FILE)
                .where(RECEIVED_FILE.SCHOOL.eq(school))
                .and(which)
                .fetch(Records.mapping(Stored::new));
    }

    public void addPair(Pair pair, String by, Instant at) {
        sql.insertInto(TRANSFER_KEY)
                .set(TRANSFER_KEY.ID, pair.id())
                .set(TRANSFER_KEY.SCHOOL, school)
                .set(TRANSFER_KEY.PUBLIC_KEY, pair.publicKey())
                .set(TRANSFER_KEY.KEY_ID, pair.keyId())
                .set(TRANSFER_KEY.SEALED, pair.sealed())
                .set(TRANSFER_KEY.MADE_BY, by)
                .set(TRANSFER_KEY.MADE_AT, at)
                .execute();
    }

    /// The newest first: an older one still opens what was sealed for it.
    public List<Pair> pairs() {
        return sql.select(
                        TRANSFER_KEY.ID,
                        TRANSFER_KEY.PUBLIC_KEY,
                        TRANSFER_KEY.KEY_ID,
                        TRANSFER_KEY.SEALED)
                .from(TRANSFER_KEY)
                .where(TRANSFER_KEY.SCHOOL.eq(school))
                .orderBy(TRANSFER_KEY.MADE_AT.desc(), TRANSFER_KEY.ID)
                .fetch(Records.mapping(Pair::new));
    }
}
