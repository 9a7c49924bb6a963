// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance.store;

import static school.lanyard.database.schema.Tables.CONTROL_CHECK;
import static school.lanyard.database.schema.Tables.LEDGER_ENTRY;
import static school.lanyard.database.schema.Tables.LEDGER_SUBJECT;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record6;
import org.jooq.Records;
import org.jooq.Select;
import org.jooq.impl.DSL;

/// What self-checks found at one school.
public final class CheckRows {

    /// A result.
    ///
    /// @param action what the ledger says of it; it is believed only where that agrees
    public record Row(
            String id, String control, Instant at, boolean passed, String found, String action) {}

    /// A result that is to be kept.
    public record New(String control, Instant at, boolean passed, String found, long millis) {}

    private final DSLContext sql;
    private final String school;

    public CheckRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    /// Keeps a result.
    ///
    /// @return its id
    public String keep(New result, String by) {
        var id = UUID.randomUUID().toString();
        sql.insertInto(CONTROL_CHECK)
                .set(CONTROL_CHECK.ID, id)
                .set(CONTROL_CHECK.SCHOOL, school)
                .set(CONTROL_CHECK.CONTROL, result.control())
                .set(CONTROL_CHECK.CHECKED_AT, result.at())
                .set(CONTROL_CHECK.PASSED, result.passed())
                .set(CONTROL_CHECK.FOUND, result.found())
                .set(CONTROL_CHECK.TOOK_MILLIS, result.millis())
                .set(CONTROL_CHECK.ASKED_BY, by)
                .execute();
        return id;
    }

    /// The newest result of each control up to a moment. Each is found by the index, so that ten
    /// years of results cost no more than one.
    public List<Row> newest(Collection<String> controls, Instant at) {
        return controls.stream()
                .map(control -> rows(of(control, at), 1))
                .reduce(Select::unionAll)
                .map(all -> all.fetch(Records.mapping(Row::new)))
                .orElse(List.of());
    }

    /// The newest results of one control up to a moment.
    public List<Row> history(String control, Instant at, int most) {
        return rows(of(control, at), most).fetch(Records.mapping(Row::new));
    }

    /// When any control was last checked.
    public Optional<Instant> last() {
        return sql.select(DSL.max(CONTROL_CHECK.CHECKED_AT))
                .from(CONTROL_CHECK)
                .where(CONTROL_CHECK.SCHOOL.eq(school))
                .fetchOptional(row -> row.value1());
    }

    private static Condition of(String control, Instant at) {
        return CONTROL_CHECK.CONTROL.eq(control).and(CONTROL_CHECK.CHECKED_AT.le(at));
    }

    private Select<Record6<String, String, Instant, Boolean, String, String>> rows(
            Condition which, int most) {
        return sql.select(
                        CONTROL_CHECK.ID,
                        CONTROL_CHECK.CONTROL,
                        CONTROL_CHECK.CHECKED_AT,
                        CONTROL_CHECK.PASSED,
                        CONTROL_CHECK.FOUND,
                        DSL.coalesce(DSL.field(action()), DSL.inline("")))
                .from(CONTROL_CHECK)
                .where(CONTROL_CHECK.SCHOOL.eq(school))
                .and(which)
                .orderBy(CONTROL_CHECK.CHECKED_AT.desc(), CONTROL_CHECK.ID)
                .limit(most);
    }

    private static Select<org.jooq.Record1<String>> action() {
        return DSL.select(LEDGER_ENTRY.ACTION)
                .from(LEDGER_SUBJECT)
                .join(LEDGER_ENTRY)
                .on(LEDGER_ENTRY.SCHOOL.eq(LEDGER_SUBJECT.SCHOOL))
                .and(LEDGER_ENTRY.SEQ.eq(LEDGER_SUBJECT.SEQ))
                .where(LEDGER_SUBJECT.SCHOOL.eq(CONTROL_CHECK.SCHOOL))
                .and(LEDGER_SUBJECT.SUBJECT.eq(CONTROL_CHECK.ID))
                .limit(1);
    }
}
