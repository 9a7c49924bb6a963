// SPDX-License-Identifier: Apache-2.0
package school.lanyard.retention;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import school.lanyard.access.Viewer;
import school.lanyard.database.Database;
import school.lanyard.ledger.Ledger;
import school.lanyard.retention.store.KeptRows;

/// Which cases of a school need somebody today because of how long they are kept: worked out once,
/// and again when the day has changed or anything but a read was entered since. It is the same for
/// everybody; what of it somebody may know, the door says each time.
final class DueCases {

    /// @param upTo where the ledger was before it was worked out
    /// @param due ids of cases
    /// @param waiting those that wait for a second person, with whoever decided first
    private record Found(LocalDate day, long upTo, Set<String> due, Map<String, String> waiting) {}

    private final Database database;
    private final Ledger ledger;
    private final Keeping keeping;
    private final Map<String, Found> schools = new ConcurrentHashMap<>();

    DueCases(Database database, Ledger ledger, Keeping keeping) {
        this.database = database;
        this.ledger = ledger;
        this.keeping = keeping;
    }

    /// How many there are for the viewer.
    Retention.Size size(Viewer viewer) {
        var found = found(viewer.school(), viewer.today());
        var ids = new HashSet<>(found.due());
        ids.addAll(found.waiting().keySet());
        if (ids.isEmpty()) {
            return new Retention.Size(0, 0);
        }
        var mine = database.read(sql -> new KeptRows(sql, viewer.school()).readable(ids, viewer));
        var waiting =
                mine.stream()
                        .flatMap(id -> Stream.ofNullable(found.waiting().get(id)))
                        .filter(by -> !by.equals(viewer.person()));
        return new Retention.Size(
                (int) mine.stream().filter(found.due()::contains).count(), (int) waiting.count());
    }

    private Found found(String school, LocalDate day) {
        var before = schools.get(school);
        var since = ledger.since(school, before == null ? 0 : before.upTo());
        if (before == null || !before.day().equals(day) || since.changed()) {
            before = work(school, day, since.upTo());
        } else if (since.upTo() > before.upTo()) {
            before = new Found(day, since.upTo(), before.due(), before.waiting());
        }
        schools.put(school, before);
        return before;
    }

    private Found work(String school, LocalDate day, long upTo) {
        var due = new HashSet<String>();
        var waiting = new ConcurrentHashMap<String, String>();
        for (var each : keeping.ofEverybody(school)) {
            switch (each.on(day)) {
                case DUE -> due.add(each.id());
                case WAITING -> {
                    if (each.waiting() != null) {
                        waiting.put(each.id(), each.waiting().by());
                    }
                }
                default -> {}
            }
        }
        return new Found(day, upTo, Set.copyOf(due), Map.copyOf(waiting));
    }
}
