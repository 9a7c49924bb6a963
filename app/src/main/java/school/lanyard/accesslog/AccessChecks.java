// SPDX-License-Identifier: Apache-2.0
package school.lanyard.accesslog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import school.lanyard.access.Door;
import school.lanyard.access.Reader;
import school.lanyard.access.Viewer;
import school.lanyard.accesslog.store.LookRows;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Capability;
import school.lanyard.core.pack.Control;
import school.lanyard.core.pack.Pack;
import school.lanyard.database.Database;
import school.lanyard.evidence.Asked;
import school.lanyard.evidence.ControlCheck;
import school.lanyard.evidence.Finding;
import school.lanyard.people.Appointment;
import school.lanyard.people.Appointments;

/// What the program promises about who may read cases, measured against the door and against who
/// really looked. No answer says whether there is a case.
@Configuration(proxyBeanMethods = false)
class AccessChecks {

    private static final Duration LOOKED_BACK = Duration.ofDays(30);
    private static final int CASES = 200;

    /// Who may read a case today.
    @FunctionalInterface
    interface Doorkeeper {
        List<Reader> readers(DSLContext sql, String school, String caseId, LocalDate today);
    }

    @Bean
    ControlCheck accessByRole(Database database, Appointments appointments) {
        return new ByRole(database, appointments, Door::readers);
    }

    @Bean
    ControlCheck accessEndsWithPost(Database database, Appointments appointments) {
        return new EndsWithPost(database, appointments);
    }

    /// The door is asked about the newest cases, and its answer is compared with whom those cases
    /// are closed to; and whoever looked at one lately must have held a post that reads them.
    record ByRole(Database database, Appointments appointments, Doorkeeper door)
            implements ControlCheck {

        @Override
        public Control control() {
            return Control.ACCESS_BY_ROLE;
        }

        @Override
        public Finding look(Asked asked) {
            if (database.read(sql -> opensTooFar(sql, asked))) {
                return Finding.failed(
                        "The door would open a case to somebody whom it is closed to.");
            }
            var held = held(asked, appointments);
            var stranger =
                    looks(database, asked).stream()
                            .anyMatch(look -> held.getOrDefault(look.who(), List.of()).isEmpty());
            return stranger
                    ? Finding.failed(
                            "A case was looked at by somebody who never held a post for it.")
                    : Finding.passed(
                            "The door closes every case to those it is about, and lets in only"
                                    + " holders of posts that read cases.");
        }

        private boolean opensTooFar(DSLContext sql, Asked asked) {
            var rows = new LookRows(sql, asked.school());
            return rows.newest(CASES).stream()
                    .anyMatch(id -> {
                        var closed = rows.closedTo(id);
                        return door.readers(sql, asked.school(), id, asked.day()).stream()
                                .map(Reader::person)
                                .anyMatch(closed::contains);
                    });
        }
    }

    /// Whoever once held a post that reads cases, and holds none now, must find every case closed,
    /// and must not have looked at one after their last day.
    private record EndsWithPost(Database database, Appointments appointments)
            implements ControlCheck {

        @Override
        public Control control() {
            return Control.ACCESS_ENDS_WITH_POST;
        }

        @Override
        public Finding look(Asked asked) {
            var held = held(asked, appointments);
            var still = database.read(sql -> anyStillLetIn(sql, asked, held));
            var later =
                    looks(database, asked).stream()
                            .anyMatch(look -> isPastTheirLast(look, held.get(look.who())));
            return still || later
                    ? Finding.failed("Somebody whose post had ended could still read a case.")
                    : Finding.passed(
                            "Whoever no longer holds a post that reads cases finds every one closed.");
        }

        private static boolean isPastTheirLast(
                LookRows.Look look, @Nullable List<Appointment> held) {
            return held != null
                    && held.stream().noneMatch(each -> each.holdsOn(SchoolTime.day(look.at())));
        }

        private static boolean anyStillLetIn(
                DSLContext sql, Asked asked, Map<String, List<Appointment>> held) {
            var rows = new LookRows(sql, asked.school());
            return held.entrySet().stream()
                    .filter(each -> each.getValue().stream().noneMatch(a -> a.holdsOn(asked.day())))
                    .anyMatch(each ->
                            rows.opensAny(new Viewer(asked.school(), each.getKey(), asked.day())));
        }
    }

    private static List<LookRows.Look> looks(Database database, Asked asked) {
        return database.read(sql ->
                new LookRows(sql, asked.school())
                        .since(asked.at().minus(LOOKED_BACK), Looked.actions(true)));
    }

    /// What each person ever held that lets its holder read cases. A role that the policy no longer
    /// has may have done so.
    private static Map<String, List<Appointment>> held(Asked asked, Appointments appointments) {
        var known = asked.pack().roles().keySet();
        var reading = reading(asked.pack());
        return appointments.begunBy(asked.school(), asked.day()).stream()
                .filter(each -> reading.contains(each.role()) || !known.contains(each.role()))
                .collect(groupingBy(Appointment::person));
    }

    private static Set<String> reading(Pack pack) {
        return pack.roles().values().stream()
                .filter(role -> role.capabilities().stream().anyMatch(Capability::readsCases))
                .map(role -> role.key())
                .collect(toSet());
    }
}
