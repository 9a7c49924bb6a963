// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people.store;

import static school.lanyard.database.schema.Tables.APPOINTMENT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

    public List<Appointment> of(String person) {
        return where(APPOINTMENT.PERSON.eq(person));
    }

    private List<Appointment> where(Condition condition) {
        return sql.select(
                        APPOINTMENT.ID,
                        APPOINTMENT.PERSON,
                        APPOINTMENT.ROLE,
                        APPOINTMENT.FROM_ON,
                        APPOINTMENT.TO_ON)
                .from(APPOINTMENT)
                .where(APPOINTMENT.SCHOOL.eq(school))
                .and(condition)
                .orderBy(APPOINTMENT.FROM_ON, APPOINTMENT.ID)
                .fetch(Records.mapping(Appointment::new));
    }
}
