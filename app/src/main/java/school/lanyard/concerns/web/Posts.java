// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Pack;
import school.lanyard.people.Appointment;
import school.lanyard.people.Appointments;
import school.lanyard.people.Directory;

/// Who people were when they recorded something: their name, and the posts they held then.
final class Posts {

    private final Appointments appointments;
    private final String school;
    private final Directory directory;
    private final Map<String, List<Appointment>> known = new HashMap<>();

    Posts(Appointments appointments, String school, Directory directory) {
        this.appointments = appointments;
        this.school = school;
        this.directory = directory;
    }

    String by(String person, Instant at, Pack pack) {
        var day = SchoolTime.day(at);
        var held =
                known.computeIfAbsent(person, who -> appointments.of(school, who)).stream()
                        .filter(each -> each.holdsOn(day))
                        .map(each -> label(pack, each.role()))
                        .distinct()
                        .collect(Collectors.joining(", "));
        var name = directory.name(person);
        return held.isEmpty() ? name : name + ", " + held;
    }

    private static String label(Pack pack, String role) {
        var found = pack.roles().get(role);
        return found == null ? role : found.label();
    }
}
