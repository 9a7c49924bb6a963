// SPDX-License-Identifier: Apache-2.0
package school.lanyard.finding;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import school.lanyard.access.Viewer;
import school.lanyard.database.Database;
import school.lanyard.finding.store.FilterRows;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.people.People;
import school.lanyard.sealing.Seals;
import tools.jackson.databind.json.JsonMapper;

/// What people saved to look for again, each for themself. It finds what they may read on the day
/// they use it.
@Service
public final class SavedFilters {

    static final int MOST = 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// A filter with the name that its owner gave it.
    public record Saved(String id, String name, Criteria criteria) {
        @Override
        public String toString() {
            return "Saved";
        }
    }

    /// What is sealed of one.
    record Content(String name, Criteria criteria) {
        @Override
        public String toString() {
            return "Content";
        }
    }

    private final Database database;
    private final Seals seals;
    private final Ledger ledger;
    private final People people;

    SavedFilters(Database database, Seals seals, Ledger ledger, People people) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
        this.people = people;
    }

    public List<Saved> of(Viewer viewer) {
        return database.read(sql ->
                new FilterRows(sql, viewer.school())
                        .of(viewer.person()).stream()
                                .map(row -> opened(viewer.school(), row))
                                .toList());
    }

    public Optional<Saved> find(Viewer viewer, String id) {
        return of(viewer).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// Saves one; false where somebody has as many as there may be.
    public boolean save(Viewer viewer, String name, Criteria criteria, Instant at) {
        return database.write(
                viewer.school(),
                tx -> {
                    var rows = new FilterRows(tx.sql(), tx.school());
                    if (rows.of(viewer.person()).size() >= MOST) {
                        return false;
                    }
                    var id = UUID.randomUUID().toString();
                    var key = people.keyOf(tx, viewer.person());
                    var content = JSON.writeValueAsBytes(new Content(name, criteria));
                    var sealed = seals.seal(tx.school(), key, content, context(id));
                    rows.add(viewer.person(), new FilterRows.Row(id, key, sealed), at);
                    enter(tx, viewer, "search.filter-saved", id, at);
                    return true;
                });
    }

    public boolean remove(Viewer viewer, String id, Instant at) {
        return database.write(
                viewer.school(),
                tx -> {
                    var removed = new FilterRows(tx.sql(), tx.school()).remove(viewer.person(), id);
                    if (removed) {
                        enter(tx, viewer, "search.filter-removed", id, at);
                    }
                    return removed;
                });
    }

    private void enter(
            school.lanyard.database.Tx tx, Viewer viewer, String action, String id, Instant at) {
        ledger.enter(tx, Note.of(at, Actor.person(viewer.person()), action, id));
    }

    private Saved opened(String school, FilterRows.Row row) {
        var opened = seals.open(school, row.keyId(), row.sealed(), context(row.id()));
        var content = JSON.readValue(new String(opened, StandardCharsets.UTF_8), Content.class);
        return new Saved(row.id(), content.name(), content.criteria());
    }

    private static String context(String id) {
        return "filter:" + id;
    }
}
