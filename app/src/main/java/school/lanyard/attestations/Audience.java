// SPDX-License-Identifier: Apache-2.0
package school.lanyard.attestations;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import school.lanyard.core.pack.Agreement;
import school.lanyard.people.Appointment;
import school.lanyard.people.Appointments;
import school.lanyard.people.Directory;
import school.lanyard.people.Known;
import school.lanyard.people.People;

/// Who is asked to sign what, and who may sign for whom. The only place that asks the register of
/// people, so that what feeds the register feeds this.
@Component
public class Audience {

    private final People people;
    private final Appointments appointments;

    Audience(People people, Appointments appointments) {
        this.people = people;
        this.appointments = appointments;
    }

    /// The same as far as one person signs: their own posts, and the children whose guardian they
    /// are. It asks for far less than the whole school's.
    On forOne(String school, String signer, LocalDate day) {
        return new On(
                people.directory(school),
                Map.of(signer, appointments.rolesOf(school, signer, day)),
                people.wards(school, signer).stream()
                        .collect(Collectors.toMap(child -> child, _ -> List.of(signer))),
                day);
    }

    /// The people of a school on one day.
    public On on(String school, LocalDate day) {
        return new On(
                people.directory(school),
                appointments.on(school, day).stream()
                        .collect(
                                Collectors.groupingBy(
                                        Appointment::person,
                                        Collectors.mapping(Appointment::role, Collectors.toSet()))),
                people.guardians(school),
                day);
    }

    /// Everybody who belongs to the school on a day, with their posts and families.
    ///
    /// @param guardians by child; only those recorded as having responsibility
    public record On(
            Directory directory,
            Map<String, Set<String>> posts,
            Map<String, List<String>> guardians,
            LocalDate day) {

        /// Everybody whom a text is about, by name.
        public List<Known> askedFor(Agreement agreement) {
            return directory.everybody().stream().filter(each -> asks(agreement, each)).toList();
        }

        /// Whether a text is about somebody.
        public boolean asks(Agreement agreement, String person) {
            return directory.find(person).filter(each -> asks(agreement, each)).isPresent();
        }

        private boolean asks(Agreement agreement, Known person) {
            var groups = person.groupsOn(day);
            var held = posts.getOrDefault(person.id(), Set.of());
            return agreement.groups().stream().anyMatch(groups::contains)
                    || (!groups.isEmpty()
                            && agreement.asking().posts().stream().anyMatch(held::contains));
        }

        /// Whoever belongs to no group of the school on the day has left.
        public boolean belongs(String person) {
            return directory.find(person).filter(each -> !each.groupsOn(day).isEmpty()).isPresent();
        }

        /// Whether somebody may sign a text about a person: for themself, or for a child whose
        /// guardian they are.
        public boolean maySign(Agreement agreement, String subject, String signer) {
            if (!asks(agreement, subject) || !belongs(signer)) {
                return false;
            }
            return agreement.onBehalf()
                    ? guardians.getOrDefault(subject, List.of()).contains(signer)
                    : subject.equals(signer);
        }

        /// Whom somebody may sign for: themself first, then the children whose guardian they are.
        public List<String> signsFor(String signer) {
            var children =
                    directory.everybody().stream()
                            .map(Known::id)
                            .filter(child ->
                                    guardians.getOrDefault(child, List.of()).contains(signer));
            return Stream.concat(Stream.of(signer), children).toList();
        }

        /// Those who can sign a text about somebody.
        public List<String> signersOf(Agreement agreement, String subject) {
            return agreement.onBehalf()
                    ? guardians.getOrDefault(subject, List.of()).stream()
                            .filter(this::belongs)
                            .toList()
                    : List.of(subject);
        }

        /// The classes that there are, in order.
        public List<String> classes() {
            return directory.everybody().stream()
                    .filter(each -> !each.groupsOn(day).isEmpty())
                    .map(Known::className)
                    .filter(Objects::nonNull)
                    .distinct()
                    .sorted()
                    .toList();
        }

        /// Whom a text is about in one class.
        public List<Known> inClass(Agreement agreement, String className) {
            return askedFor(agreement).stream()
                    .filter(each -> className.equals(each.className()))
                    .toList();
        }
    }
}
