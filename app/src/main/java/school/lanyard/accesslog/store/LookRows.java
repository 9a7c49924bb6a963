// SPDX-License-Identifier: Apache-2.0
package school.lanyard.accesslog.store;

import static school.lanyard.database.schema.Tables.CASE_BAR;
import static school.lanyard.database.schema.Tables.CASE_FILE;
import static school.lanyard.database.schema.Tables.CASE_PERSON;
import static school.lanyard.database.schema.Tables.KINSHIP;
import static school.lanyard.database.schema.Tables.LEDGER_ENTRY;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Records;
import school.lanyard.access.Door;
import school.lanyard.access.Viewer;

/// What self-checks of access look at: who looked at cases, and whom each case is closed to. It is
/// shown to nobody.
public final class LookRows {

    /// That somebody looked at a case.
    public record Look(String who, Instant at) {}

    private final DSLContext sql;
    private final String school;

    public LookRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public List<Look> since(Instant from, Collection<String> actions) {
        return sql.selectDistinct(LEDGER_ENTRY.ACTOR, LEDGER_ENTRY.ENTERED_AT)
                .from(LEDGER_ENTRY)
                .where(LEDGER_ENTRY.SCHOOL.eq(school))
                .and(LEDGER_ENTRY.ENTERED_AT.ge(from))
                .and(LEDGER_ENTRY.ACTION.in(actions))
                .fetch(Records.mapping(Look::new));
    }

    /// The newest cases.
    public List<String> newest(int most) {
        return sql.select(CASE_FILE.ID)
                .from(CASE_FILE)
                .where(CASE_FILE.SCHOOL.eq(school))
                .orderBy(CASE_FILE.OPENED_AT.desc())
                .limit(most)
                .fetch(CASE_FILE.ID);
    }

    /// Whom a case is closed to, worked out without the door: those barred, those it is about, and
    /// their family.
    public Set<String> closedTo(String caseId) {
        var about =
                sql.select(CASE_PERSON.PERSON)
                        .from(CASE_PERSON)
                        .where(CASE_PERSON.CASE_ID.eq(caseId))
                        .and(CASE_PERSON.PART.in(Door.ABOUT))
                        .fetchSet(CASE_PERSON.PERSON);
        var closed = new HashSet<>(about);
        closed.addAll(
                sql.select(CASE_BAR.PERSON)
                        .from(CASE_BAR)
                        .where(CASE_BAR.CASE_ID.eq(caseId))
                        .fetchSet(CASE_BAR.PERSON));
        closed.addAll(
                sql.select(KINSHIP.RELATIVE)
                        .from(KINSHIP)
                        .where(KINSHIP.PERSON.in(about))
                        .fetchSet(KINSHIP.RELATIVE));
        closed.addAll(
                sql.select(KINSHIP.PERSON)
                        .from(KINSHIP)
                        .where(KINSHIP.RELATIVE.in(about))
                        .fetchSet(KINSHIP.PERSON));
        return closed;
    }

    /// Whether the door would let somebody in to any case at all.
    public boolean opensAny(Viewer viewer) {
        return sql.fetchExists(
                CASE_FILE, CASE_FILE.SCHOOL.eq(school).and(Door.opens(CASE_FILE.ID, viewer)));
    }
}
