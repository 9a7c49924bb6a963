// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import school.lanyard.people.Births;
import school.lanyard.people.ClassMember;
import school.lanyard.people.Classes;
import school.lanyard.people.Guardians;
import school.lanyard.people.Identifiers;
import school.lanyard.people.Known;
import school.lanyard.people.Membership;
import school.lanyard.people.People;
import school.lanyard.people.SchoolClass;
import school.lanyard.roster.file.Identifier;
import school.lanyard.roster.file.Scheme;
import school.lanyard.roster.plan.Standing;

/// Gathers how the people of a school stand, for a plan to be made against.

class Standings {

    private final People people;
    private final Births births;
    private final Classes classes;
    private final Guardians guardians;
    private final Identifiers identifiers;

    Standings(
            People people,
            Births births,
            Classes classes,
            Guardians guardians,
            Identifiers identifiers) {
        this.people = people;
        this.births = births;
        this.classes = classes;
        this.guardians = guardians;
        this.identifiers = identifiers;
    }

    Standing on(String school, LocalDate day) {
        var everybody = people.directory(school).everybody();
        var born = births.of(school, everybody.stream().map(Known::id).toList());
        var titles = new HashMap<String, String>();
        classes.on(school, day).forEach(each -> titles.put(each.id(), each.title()));
        var inClass =
                classes.members(school, day).stream()
                        .filter(each -> titles.containsKey(each.schoolClass()))
                        .collect(
                                groupingBy(
                                        ClassMember::person,
                                        mapping(each -> titles.get(each.schoolClass()), toSet())));
        var found = new HashMap<String, Standing.Person>();
        for (var each : everybody) {
            found.put(
                    each.id(), person(each, day, born, inClass.getOrDefault(each.id(), Set.of())));
        }
        return new Standing(found, bonds(school), new Prints(identifiers, school));
    }

    private static Standing.Person person(
            Known each, LocalDate day, Map<String, LocalDate> born, Set<String> titles) {
        return new Standing.Person(
                each.id(),
                each.name(),
                each.groupsOn(day),
                each.memberships().stream().map(Membership::group).collect(toUnmodifiableSet()),
                born.get(each.id()),
                each.yearGroupOn(day),
                titles);
    }

    private List<Standing.Bond> bonds(String school) {
        return guardians.all(school).stream()
                .map(each ->
                        new Standing.Bond(
                                each.child(),
                                each.adult(),
                                each.guardian(),
                                each.responsible(),
                                each.mayContact()))
                .toList();
    }

    /// Whose a number is, by its print alone.
    private static final class Prints implements Standing.Numbers {

        private final Identifiers identifiers;
        private final String school;
        private final Map<String, List<Identifiers.Printed>> byPrint;
        private final Map<String, Set<String>> schemes = new HashMap<>();

        Prints(Identifiers identifiers, String school) {
            this.identifiers = identifiers;
            this.school = school;
            this.byPrint = identifiers.prints(school);
            byPrint.values()
                    .forEach(all ->
                            all.forEach(each ->
                                    schemes.computeIfAbsent(each.person(), _ -> new HashSet<>())
                                            .add(each.scheme())));
        }

        @Override
        public Optional<String> owner(Identifier identifier) {
            var scheme = stored(identifier.scheme());
            return byPrint
                    .getOrDefault(identifiers.print(school, scheme, identifier.value()), List.of())
                    .stream()
                    .filter(each -> each.scheme().equals(scheme))
                    .map(Identifiers.Printed::person)
                    .findFirst();
        }

        @Override
        public boolean has(String person, Scheme scheme) {
            return schemes.getOrDefault(person, Set.of()).contains(stored(scheme));
        }

        @Override
        public boolean mailedAt(String person, String address) {
            return byPrint
                    .getOrDefault(identifiers.print(school, Identifiers.EMAIL, address), List.of())
                    .stream()
                    .anyMatch(each -> each.person().equals(person));
        }
    }

    static String stored(Scheme scheme) {
        return scheme.name().toLowerCase(Locale.ROOT);
    }

    /// The classes of a day by their names as they are compared.
    static Map<String, String> byTitle(List<SchoolClass> classes) {
        var found = new HashMap<String, String>();
        classes.forEach(each -> found.putIfAbsent(folded(each.title()), each.id()));
        return found;
    }

    static String folded(String title) {
        return title.strip().toLowerCase(Locale.ROOT);
    }
}
