// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import school.lanyard.core.pack.Capability;
import school.lanyard.core.pack.Role;
import school.lanyard.people.Appointment;
import school.lanyard.people.Appointments;
import school.lanyard.policy.Editions;

/// Whoever may see the general figures by their post. What is closed to any of them is not counted
/// there, so that no figure can tell anybody of a case about themselves.
@Component
final class ReportReaders {

    private final Editions editions;
    private final Appointments appointments;

    ReportReaders(Editions editions, Appointments appointments) {
        this.editions = editions;
        this.appointments = appointments;
    }

    Set<String> on(String school, LocalDate day) {
        var roles =
                editions.running(school).pack().roles().values().stream()
                        .filter(role ->
                                role.can(Capability.READ_GOVERNOR_REPORTS)
                                        || role.can(Capability.ISSUE_REPORTS))
                        .map(Role::key)
                        .collect(Collectors.toSet());
        return appointments.on(school, day).stream()
                .filter(each -> roles.contains(each.role()))
                .map(Appointment::person)
                .collect(Collectors.toUnmodifiableSet());
    }
}
