// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.store;

import static school.lanyard.database.schema.Tables.APPOINTMENT;
import static school.lanyard.database.schema.Tables.APPOINTMENT_END;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import school.lanyard.people.Appointment;

/// The appointments of one school.
public final class AppointmentRows {

    private final DSLContext sql;
    private final String school;

    public AppointmentRows(DSLContext sql, String school) {
        this.sql = sql;
        this.school = school;
    }

    public void insert(Appointment appointment, String by, Instant at) {
        sql.insertInto(APPOINTMENT)
                .set(APPOINTMENT.ID, appointment.id())
                .set(APPOINTMENT.SCHOOL, school)
                .set(APPOINTMENT.PERSON, appointment.person())
                .set(APPOINTMENT.ROLE, appointment.role())
                .set(APPOINTMENT.FROM_ON, appointment.from())
                .set(APPOINTMENT.TO_ON, appointment.to())
                .set(APPOINTMENT.COVERS, appointment.covers())
                .set(APPOINTMENT.MADE_BY, by)
                .set(APPOINTMENT.MADE_AT, at)
                .execute();
    }

    public List<Appointment> on(LocalDate day) {
        return where(
                APPOINTMENT
                        .FROM_ON
                        .le(day)
                        .and(APPOINTMENT.TO_ON.isNull().or(APPOINTMENT.TO_ON.ge(day))));
    }

    /// What had begun by a day. What was ended before it began never held.
    public List<Appointment> begunBy(LocalDate day) {
        return where(
                APPOINTMENT
                        .FROM_ON
                        .le(day)
                        .and(
                                APPOINTMENT
                                        .TO_ON
                                        .isNull()
                                        .or(APPOINTMENT.TO_ON.ge(APPOINTMENT.FROM_ON))));
    }

    public List<Appointment> of(String person) {
        return where(APPOINTMENT.PERSON.eq(person));
    }

    public List<Appointment> in(String role) {
        return where(APPOINTMENT.ROLE.eq(role));
    }

    public Optional<Appointment> find(String id) {
        return where(APPOINTMENT.ID.eq(id)).stream().findFirst();
    }

    /// Records the end as a fact of its own, and gives the appointment its last day. An appointment
    /// that had not begun is left with a last day before its first: it never held.
    public void end(String appointment, LocalDate lastDay, String by, Instant at) {
        sql.insertInto(APPOINTMENT_END)
                .set(APPOINTMENT_END.ID, UUID.randomUUID().toString())
                .set(APPOINTMENT_END.APPOINTMENT, appointment)
                .set(APPOINTMENT_END.SCHOOL, school)
                .set(APPOINTMENT_END.LAST_ON, lastDay)
                .set(APPOINTMENT_END.ENDED_BY, by)
                .set(APPOINTMENT_END.ENDED_AT, at)
                .execute();
        sql.update(APPOINTMENT)
                .set(APPOINTMENT.TO_ON, lastDay)
                .where(APPOINTMENT.SCHOOL.eq(school))
                .and(APPOINTMENT.ID.eq(appointment))
                .execute();
    }

    private List<Appointment> where(Condition condition) {
        return sql.select(
                        APPOINTMENT.ID,
                        APPOINTMENT.PERSON,
                        APPOINTMENT.ROLE,
                        APPOINTMENT.FROM_ON,
                        APPOINTMENT.TO_ON,
                        APPOINTMENT.COVERS)
                .from(APPOINTMENT)
                .where(APPOINTMENT.SCHOOL.eq(school))
                .and(condition)
                .orderBy(APPOINTMENT.FROM_ON, APPOINTMENT.ID)
                .fetch(Records.mapping(Appointment::new));
    }
}
