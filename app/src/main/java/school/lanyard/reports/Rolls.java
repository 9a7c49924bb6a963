// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import school.lanyard.people.Directory;
import school.lanyard.people.Known;
import school.lanyard.reports.names.Roster;

/// Everybody and every class of a school, as the check of a text needs them.
final class Rolls {

    private Rolls() {}

    static Roster of(Directory directory) {
        return new Roster(
                directory.everybody().stream().map(Rolls::person).toList(),
                directory.everybody().stream()
                        .map(Known::className)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
    }

    /// The last word is taken for the surname. Each of the others counts as a name too, whatever it
    /// is.
    private static Roster.Person person(Known known) {
        var words = Arrays.asList(known.name().strip().split("\\s+"));
        var given = words.size() == 1 ? words : words.subList(0, words.size() - 1);
        return new Roster.Person(List.copyOf(given), words.size() == 1 ? "" : words.getLast());
    }
}
