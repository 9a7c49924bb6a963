// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.people.store.AppointmentRows;

/// Who holds which role of the school's pack, from when to when.
@Service
public final class Appointments {

    private final Database database;

    public Appointments(Database database) {
        this.database = database;
    }

    /// Everybody who holds any role that day.
    public List<Appointment> on(String school, LocalDate day) {
        return database.read(sql -> new AppointmentRows(sql, school).on(day));
    }

    /// Everything that was held at any time up to a day, oldest first.
    public List<Appointment> begunBy(String school, LocalDate day) {
        return database.read(sql -> new AppointmentRows(sql, school).begunBy(day));
    }

    /// As {@link #on(String, LocalDate)}, inside a transaction, so that a decision sees every
    /// change before it.
    public List<Appointment> on(Tx tx, LocalDate day) {
        return new AppointmentRows(tx.sql(), tx.school()).on(day);
    }

    /// Every role that somebody holds that day.
    public Set<String> rolesOf(String school, String person, LocalDate day) {
        return database.read(sql -> roles(new AppointmentRows(sql, school).of(person), day));
    }

    public Set<String> rolesOf(Tx tx, String person, LocalDate day) {
        return roles(new AppointmentRows(tx.sql(), tx.school()).of(person), day);
    }

    /// Everything that somebody holds, held or is to hold, oldest first.
    public List<Appointment> of(String school, String person) {
        return database.read(sql -> new AppointmentRows(sql, school).of(person));
    }

    private static Set<String> roles(List<Appointment> appointments, LocalDate day) {
        return appointments.stream()
                .filter(each -> each.holdsOn(day))
                .map(Appointment::role)
                .collect(Collectors.toUnmodifiableSet());
    }
}
