// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.store;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static school.lanyard.database.schema.Tables.CASE_FILE;
import static school.lanyard.database.schema.Tables.CASE_GLASS;
import static school.lanyard.database.schema.Tables.CONCERN_INCIDENT;
import static school.lanyard.database.schema.Tables.LEDGER_ENTRY;
import static school.lanyard.database.schema.Tables.LEDGER_SUBJECT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Records;
import school.lanyard.access.Door;
import school.lanyard.access.Viewer;

/// The cases of one school that somebody opened in an emergency.
public final class Glass {

    private final DSLContext sql;
    private final String school;

    public Glass(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    /// One opening, without anything personal.
    public record Row(String person, String role, Instant brokenAt, LocalDate until) {}

    /// Lets somebody read a case until a day.
    public void open(String caseId, String person, String role, Instant at, LocalDate until) {
        sql.insertInto(CASE_GLASS)
                .set(CASE_GLASS.ID, UUID.randomUUID().toString())
                .set(CASE_GLASS.SCHOOL, school)
                .set(CASE_GLASS.CASE_ID, caseId)
                .set(CASE_GLASS.PERSON, person)
                .set(CASE_GLASS.ROLE, role)
                .set(CASE_GLASS.BROKEN_AT, at)
                .set(CASE_GLASS.UNTIL_ON, until)
                .execute();
    }

    /// An incident is open to whoever opened the concern that it is made of.
    public void carry(String concern, String incident) {
        of(concern)
                .forEach(row ->
                        open(incident, row.person(), row.role(), row.brokenAt(), row.until()));
    }

    public List<Row> of(String caseId) {
        return sql.select(
                        CASE_GLASS.PERSON,
                        CASE_GLASS.ROLE,
                        CASE_GLASS.BROKEN_AT,
                        CASE_GLASS.UNTIL_ON)
                .from(CASE_GLASS)
                .where(CASE_GLASS.SCHOOL.eq(school))
                .and(CASE_GLASS.CASE_ID.eq(caseId))
                .fetch(Records.mapping(Row::new));
    }

    /// The cases that somebody reads in an emergency though the ledger has no entry by them that
    /// says so, of the case itself or of a concern it is made of.
    public List<String> unheard() {
        var part = CONCERN_INCIDENT.as("part");
        return sql.selectDistinct(CASE_GLASS.CASE_ID)
                .from(CASE_GLASS)
                .where(CASE_GLASS.SCHOOL.eq(school))
                .and(
                        notExists(
                                selectOne()
                                        .from(LEDGER_ENTRY)
                                        .join(LEDGER_SUBJECT)
                                        .on(LEDGER_SUBJECT.SCHOOL.eq(LEDGER_ENTRY.SCHOOL))
                                        .and(LEDGER_SUBJECT.SEQ.eq(LEDGER_ENTRY.SEQ))
                                        .leftJoin(part)
                                        .on(
                                                part.CONCERN
                                                        .eq(LEDGER_SUBJECT.SUBJECT)
                                                        .or(
                                                                part.INCIDENT.eq(
                                                                        LEDGER_SUBJECT.SUBJECT)))
                                        .where(LEDGER_ENTRY.SCHOOL.eq(CASE_GLASS.SCHOOL))
                                        .and(LEDGER_ENTRY.ACTION.endsWith(".glass-broken"))
                                        .and(LEDGER_ENTRY.ENTERED_AT.eq(CASE_GLASS.BROKEN_AT))
                                        .and(
                                                LEDGER_SUBJECT
                                                        .SUBJECT
                                                        .eq(CASE_GLASS.CASE_ID)
                                                        .or(part.CONCERN.eq(CASE_GLASS.CASE_ID))
                                                        .or(part.INCIDENT.eq(CASE_GLASS.CASE_ID)))))
                .fetch(CASE_GLASS.CASE_ID);
    }

    /// The case behind a reference, the incident in place of a concern that is part of one, if a
    /// post lets the viewer break its glass: it is not closed to them. To be asked for nothing
    /// else.
    public Optional<CaseFile> breakable(String reference, Viewer viewer, String role) {
        return file(reference)
                .filter(file -> Door.couldBreak(sql, viewer, role, file.id()))
                .map(file -> incidentOf(file).orElse(file))
                .filter(file -> Door.couldBreak(sql, viewer, role, file.id()));
    }

    /// Whether the viewer reads a case already.
    public boolean reads(CaseFile file, Viewer viewer) {
        return sql.fetchExists(
                CASE_FILE, CASE_FILE.ID.eq(file.id()).and(Door.opens(CASE_FILE.ID, viewer)));
    }

    private Optional<CaseFile> incidentOf(CaseFile concern) {
        return sql.select(CASE_FILE.REFERENCE)
                .from(CONCERN_INCIDENT)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(CONCERN_INCIDENT.INCIDENT))
                .where(CONCERN_INCIDENT.SCHOOL.eq(school))
                .and(CONCERN_INCIDENT.CONCERN.eq(concern.id()))
                .fetchOptional(CASE_FILE.REFERENCE)
                .flatMap(this::file);
    }

    private Optional<CaseFile> file(String reference) {
        return sql.select(CaseFiles.FILE)
                .from(CASE_FILE)
                .where(CASE_FILE.SCHOOL.eq(school))
                .and(CASE_FILE.REFERENCE.eq(reference))
                .fetchOptional(Record1::value1);
    }
}
