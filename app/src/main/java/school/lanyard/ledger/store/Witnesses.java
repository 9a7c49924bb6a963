// SPDX-License-Identifier: Apache-2.0
package school.lanyard.ledger.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;
import static school.lanyard.database.schema.Tables.APPOINTMENT;
import static school.lanyard.database.schema.Tables.CASE_FILE;
import static school.lanyard.database.schema.Tables.INCIDENT;
import static school.lanyard.database.schema.Tables.LEDGER_ENTRY;
import static school.lanyard.database.schema.Tables.LEDGER_SUBJECT;

import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/// The rows of other features that a school's ledger must bear out. A chain cannot tell that its
/// end was cut off if its head was set back as well; these rows can. Each question is one
/// statement, so a server that writes meanwhile cannot make a false alarm, and only its count is
/// read.
public final class Witnesses {

    /// What is entered about an incident without changing it. All else of this name is an event.
    public static final Set<String> LOOKS =
            Set.of(
                    "incident.read",
                    "incident.exported",
                    "incident.paper-printed",
                    "incident.chronology-read",
                    "incident.exhibit-read");

    private static final String RECEIVED = "concern.received";
    private static final String OF_INCIDENTS = "incident.";
    private static final String OF_APPOINTMENTS = "appointment.";

    private final DSLContext sql;
    private final String school;

    public Witnesses(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    /// Concerns whose receipt is not in the ledger.
    public long concerns() {
        return sql.selectCount()
                .from(CASE_FILE)
                .where(CASE_FILE.SCHOOL.eq(school))
                .and(CASE_FILE.KIND.eq("concern"))
                .and(unheard(CASE_FILE.ID, LEDGER_ENTRY.ACTION.eq(RECEIVED)))
                .fetchSingle()
                .value1();
    }

    /// Incidents that count more or fewer events than the ledger holds.
    public long incidents() {
        var events =
                field(
                        selectCount()
                                .from(LEDGER_SUBJECT)
                                .join(LEDGER_ENTRY)
                                .on(entryOfSubject())
                                .where(about(CASE_FILE.ID))
                                .and(LEDGER_ENTRY.ACTION.startsWith(OF_INCIDENTS))
                                .and(LEDGER_ENTRY.ACTION.notIn(LOOKS)));
        return sql.selectCount()
                .from(CASE_FILE)
                .leftJoin(INCIDENT)
                .on(INCIDENT.CASE_ID.eq(CASE_FILE.ID))
                .where(CASE_FILE.SCHOOL.eq(school))
                .and(CASE_FILE.KIND.eq("incident"))
                .and(coalesce(INCIDENT.VERSION, inline(-1)).ne(events))
                .fetchSingle()
                .value1();
    }

    /// Appointments that the ledger knows nothing of.
    public long appointments() {
        return sql.selectCount()
                .from(APPOINTMENT)
                .where(APPOINTMENT.SCHOOL.eq(school))
                .and(unheard(APPOINTMENT.ID, LEDGER_ENTRY.ACTION.startsWith(OF_APPOINTMENTS)))
                .fetchSingle()
                .value1();
    }

    private Condition unheard(Field<String> subject, Condition action) {
        return notExists(
                selectOne()
                        .from(LEDGER_SUBJECT)
                        .join(LEDGER_ENTRY)
                        .on(entryOfSubject())
                        .where(about(subject))
                        .and(action));
    }

    private Condition about(Field<String> subject) {
        return LEDGER_SUBJECT.SCHOOL.eq(school).and(LEDGER_SUBJECT.SUBJECT.eq(subject));
    }

    private static Condition entryOfSubject() {
        return LEDGER_ENTRY
                .SCHOOL
                .eq(LEDGER_SUBJECT.SCHOOL)
                .and(LEDGER_ENTRY.SEQ.eq(LEDGER_SUBJECT.SEQ));
    }
}
