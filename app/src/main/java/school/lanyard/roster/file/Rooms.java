// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.file;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The classes of a zip of tables, and who is in them. A row about somebody who is in no other
/// table says nothing about anybody: it is left out, and said.
final class Rooms {

    private record Room(String title, @Nullable String year) {}

    private final Map<String, Room> byKey = new HashMap<>();
    private final Map<String, Set<String>> titles = new HashMap<>();
    private final Map<String, String> years = new HashMap<>();
    private final Remarks remarks;

    Rooms(Remarks remarks) {
        this.remarks = remarks;
    }

    void add(String key, String title, @Nullable String year) {
        byKey.put(key, new Room(title, year));
    }

    void enrol(Place place, String room, String person, boolean known) {
        var found = byKey.get(room);
        if (found == null || !known) {
            remarks.note(
                    place,
                    known
                            ? "puts somebody into a class that is in no table, and is left out."
                            : "puts somebody into a class who is in no table, and is left out.");
            return;
        }
        titles.computeIfAbsent(person, _ -> new LinkedHashSet<>()).add(found.title());
        if (found.year() != null) {
            years.putIfAbsent(person, found.year());
        }
    }

    /// Gives everybody their classes, and those in one the year of their class where nothing else
    /// says it.
    void into(Entries entries) {
        titles.forEach((person, all) ->
                entries.change(
                        person,
                        entry ->
                                entry.and(
                                        new Entry(
                                                entry.place(),
                                                entry.key(),
                                                Set.of(),
                                                entry.name(),
                                                java.util.List.of(),
                                                null,
                                                entry.groups().contains(Cells.LEARNER)
                                                        ? years.get(person)
                                                        : null,
                                                all,
                                                null,
                                                Set.of(),
                                                entry.left(),
                                                null))));
    }
}
