// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.store;

import static school.lanyard.database.schema.Tables.ISSUED_REPORT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The issued reports of one school. Rows are added, never changed.
public final class ReportRows {

    /// A report as lists show it.
    ///
    /// @param replacedBy the report issued in its place
    public record Listed(String id, String period, Instant issuedAt, @Nullable String replacedBy) {}

    /// A report, still sealed. Rows are never compared, so an array may stand in one.
    @SuppressWarnings("ArrayRecordComponent")
    public record Row(
            String id,
            String period,
            String keyId,
            byte[] sealed,
            String head,
            Instant issuedAt,
            @Nullable String replaces,
            @Nullable String replacedBy) {}

    /// A report about to be added.
    public record New(
            String period,
            String edition,
            @Nullable String replaces,
            String keyId,
            String head,
            String issuedBy,
            Instant issuedAt) {}

    private static final school.lanyard.database.schema.tables.IssuedReport LATER =
            ISSUED_REPORT.as("later");

    private final DSLContext sql;
    private final String school;

    public ReportRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    /// Adds a report, sealed for the id that it gets.
    public Row add(New report, Function<String, byte[]> seal) {
        var id = UUID.randomUUID().toString();
        var sealed = seal.apply(id);
        sql.insertInto(ISSUED_REPORT)
                .set(ISSUED_REPORT.ID, id)
                .set(ISSUED_REPORT.SCHOOL, school)
                .set(ISSUED_REPORT.PERIOD, report.period())
                .set(ISSUED_REPORT.EDITION, report.edition())
                .set(ISSUED_REPORT.REPLACES, report.replaces())
                .set(ISSUED_REPORT.KEY_ID, report.keyId())
                .set(ISSUED_REPORT.SEALED, sealed)
                .set(ISSUED_REPORT.LEDGER_HASH, report.head())
                .set(ISSUED_REPORT.ISSUED_BY, report.issuedBy())
                .set(ISSUED_REPORT.ISSUED_AT, report.issuedAt())
                .execute();
        return new Row(
                id,
                report.period(),
                report.keyId(),
                sealed,
                report.head(),
                report.issuedAt(),
                report.replaces(),
                null);
    }

    public List<Listed> listed() {
        return sql.select(ISSUED_REPORT.ID, ISSUED_REPORT.PERIOD, ISSUED_REPORT.ISSUED_AT, LATER.ID)
                .from(ISSUED_REPORT)
                .leftJoin(LATER)
                .on(LATER.REPLACES.eq(ISSUED_REPORT.ID))
                .where(ISSUED_REPORT.SCHOOL.eq(school))
                .orderBy(ISSUED_REPORT.ISSUED_AT.desc(), ISSUED_REPORT.ID)
                .fetch(Records.mapping(Listed::new));
    }

    public Optional<Row> find(String id) {
        return rows(ISSUED_REPORT.ID.eq(id)).stream().findFirst();
    }

    /// The report for a period that nothing has replaced.
    public Optional<String> standing(String period) {
        return listed().stream()
                .filter(each -> each.period().equals(period) && each.replacedBy() == null)
                .map(Listed::id)
                .findFirst();
    }

    /// Everything issued for a year, oldest first.
    ///
    /// @param start the calendar year in which it begins
    public List<Row> ofYear(int start) {
        return rows(ISSUED_REPORT.PERIOD.startsWith(start + "-"));
    }

    public List<Row> everything() {
        return rows(DSL.noCondition());
    }

    private List<Row> rows(Condition which) {
        return sql.select(
                        ISSUED_REPORT.ID,
                        ISSUED_REPORT.PERIOD,
                        ISSUED_REPORT.KEY_ID,
                        ISSUED_REPORT.SEALED,
                        ISSUED_REPORT.LEDGER_HASH,
                        ISSUED_REPORT.ISSUED_AT,
                        ISSUED_REPORT.REPLACES,
                        DSL.field(
                                DSL.select(LATER.ID)
                                        .from(LATER)
                                        .where(LATER.REPLACES.eq(ISSUED_REPORT.ID))))
                .from(ISSUED_REPORT)
                .where(ISSUED_REPORT.SCHOOL.eq(school))
                .and(which)
                .orderBy(ISSUED_REPORT.ISSUED_AT, ISSUED_REPORT.ID)
                .fetch(Records.mapping(Row::new));
    }
}
