// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import school.lanyard.core.pack.Vocabulary;
import school.lanyard.people.Directory;
import school.lanyard.people.Known;

/// How people are written where somebody has to pick one, and how that is read back.
public record Roster(Directory directory, Vocabulary words, LocalDate today) {

    List<String> labels() {
        return directory.everybody().stream().map(this::label).toList();
    }

    /// Such as "Amelia Hart, Kestrels, Year 1" or "Sam Reed, member of staff".
    String label(Known person) {
        var year = person.yearGroupOn(today);
        var group =
                person.groupsOn(today).stream()
                        .sorted()
                        .map(words::one)
                        .collect(Collectors.joining(", "));
        return person.name()
                + (person.className() == null ? "" : ", " + person.className())
                + (year == null ? (group.isEmpty() ? "" : ", " + group) : ", " + year);
    }

    /// The one person that the typed text means; nobody if it means none or several.
    Optional<Known> find(String typed) {
        var exact =
                directory.everybody().stream()
                        .filter(person ->
                                label(person).equalsIgnoreCase(typed)
                                        || person.name().equalsIgnoreCase(typed))
                        .toList();
        return exact.size() == 1 ? Optional.of(exact.getFirst()) : Optional.empty();
    }
}
