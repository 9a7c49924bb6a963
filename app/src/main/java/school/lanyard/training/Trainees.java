// SPDX-License-Identifier: Apache-2.0
package school.lanyard.training;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import school.lanyard.core.pack.Course;
import school.lanyard.people.Appointment;
import school.lanyard.people.Appointments;
import school.lanyard.people.Directory;
import school.lanyard.people.Known;
import school.lanyard.people.Membership;
import school.lanyard.people.People;

/// Who needs a course, and since when. The only place that asks the register of people, so that
/// what feeds the register feeds this.
@Component
public class Trainees {

    private final People people;
    private final Appointments appointments;

    Trainees(People people, Appointments appointments) {
        this.people = people;
        this.appointments = appointments;
    }

    public On on(String school, LocalDate day) {
        return new On(
                people.directory(school),
                appointments.on(school, day).stream()
                        .collect(Collectors.groupingBy(Appointment::person)),
                day);
    }

    /// Somebody who needs a course.
    ///
    /// @param since when they joined the group or took the post
    public record Needs(Known person, LocalDate since) {}

    /// Everybody who belongs to the school on a day, with their posts.
    public record On(Directory directory, Map<String, List<Appointment>> posts, LocalDate day) {

        public List<Needs> needing(Course course) {
            return directory.everybody().stream()
                    .flatMap(person -> needs(course, person).stream())
                    .toList();
        }

        /// Whether and since when somebody needs a course.
        public Optional<Needs> needs(Course course, Known person) {
            var joined =
                    person.memberships().stream()
                            .filter(each -> each.holdsOn(day))
                            .filter(each -> course.groups().contains(each.group()))
                            .map(Membership::from);
            var appointed =
                    person.groupsOn(day).isEmpty()
                            ? Stream.<LocalDate>of()
                            : posts.getOrDefault(person.id(), List.of()).stream()
                                    .filter(each -> course.posts().contains(each.role()))
                                    .map(Appointment::from);
            return Stream.concat(joined, appointed)
                    .min(Comparator.naturalOrder())
                    .map(since -> new Needs(person, since));
        }
    }
}
