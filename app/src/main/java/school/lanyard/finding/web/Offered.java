// SPDX-License-Identifier: Apache-2.0
package school.lanyard.finding.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import school.lanyard.core.pack.Capability;
import school.lanyard.core.pack.Pack;
import school.lanyard.people.Appointments;
import school.lanyard.people.People;
import school.lanyard.web.Choice;
import school.lanyard.web.YearGroups;

/// What a filter offers to choose from: the words of the policy in force, and who handles cases.
/// None of it depends on any case.
@Component
class Offered {

    static final List<Choice> STATES =
            List.of(
                    Choice.of("waiting", "Concern waiting"),
                    Choice.of("answered", "Concern answered"),
                    Choice.of("open", "Incident open"),
                    Choice.of("closed", "Incident closed"));

    static final List<Choice> AGES =
            List.of(
                    Choice.of("7", "The last 7 days"),
                    Choice.of("30", "The last 30 days"),
                    Choice.of("92", "The last 3 months"),
                    Choice.of("365", "The last year"));

    private final People people;
    private final Appointments appointments;

    Offered(People people, Appointments appointments) {
        this.people = people;
        this.appointments = appointments;
    }

    static List<Choice> categories(Pack pack) {
        var found = new LinkedHashMap<String, Choice>();
        pack.categories()
                .forEach(
                        each -> found.putIfAbsent(each.key(), Choice.of(each.key(), each.label())));
        return List.copyOf(found.values());
    }

    static List<Choice> tracks(Pack pack) {
        var found = new LinkedHashMap<String, Choice>();
        pack.playbooks()
                .values()
                .forEach(playbook ->
                        playbook.tracks()
                                .forEach(track ->
                                        found.putIfAbsent(
                                                track.key(),
                                                Choice.of(track.key(), track.label()))));
        return List.copyOf(found.values());
    }

    List<Choice> years(String school, LocalDate day) {
        return people.directory(school).everybody().stream()
                .map(each -> each.yearGroupOn(day))
                .filter(Objects::nonNull)
                .distinct()
                .sorted(YearGroups.IN_ORDER)
                .map(year -> Choice.of(year, YearGroups.label(year)))
                .toList();
    }

    List<Choice> handlers(String school, Pack pack, LocalDate day) {
        var directory = people.directory(school);
        var roles =
                pack.rolesThatCan(Capability.HANDLE_CASES).stream()
                        .map(each -> each.key())
                        .toList();
        return appointments.begunBy(school, day).stream()
                .filter(each -> roles.contains(each.role()))
                .map(each -> each.person())
                .distinct()
                .map(person -> Choice.of(person, directory.name(person)))
                .sorted(Comparator.comparing(Choice::label))
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
    }
}
