// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.people.store.ClassRows;
import school.lanyard.sealing.KeyDestroyedException;
import school.lanyard.sealing.KeyKind;
import school.lanyard.sealing.Seals;
import school.lanyard.web.YearGroups;

/// The classes of a school, and who is in them on which day.
@Service
public final class Classes {

    private final Database database;
    private final Seals seals;
    private final Ledger ledger;
    private final People people;

    public Classes(Database database, Seals seals, Ledger ledger, People people) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
        this.people = people;
    }

    /// Somebody who is to be in a class, or no longer.
    public record Place(String schoolClass, String person, ClassMember.Part part) {}

    /// The classes of a day, by year and name.
    public List<SchoolClass> on(String school, LocalDate day) {
        return database.read(sql -> on(sql, school, day));
    }

    public List<SchoolClass> on(Tx tx, LocalDate day) {
        return on(tx.sql(), tx.school(), day);
    }

    private List<SchoolClass> on(DSLContext sql, String school, LocalDate day) {
        return sorted(
                new ClassRows(sql, school)
                        .on(day).stream().map(row -> opened(seals, school, row)).toList());
    }

    public Optional<SchoolClass> find(String school, String id) {
        return database.read(sql -> new ClassRows(sql, school).find(id))
                .map(row -> opened(seals, school, row));
    }

    /// Everybody in any class that day.
    public List<ClassMember> members(String school, LocalDate day) {
        return database.read(sql -> new ClassRows(sql, school).membersOn(day));
    }

    public List<ClassMember> members(Tx tx, LocalDate day) {
        return new ClassRows(tx.sql(), tx.school()).membersOn(day);
    }

    /// Everybody in one class that day.
    public List<ClassMember> members(String school, String schoolClass, LocalDate day) {
        return database.read(sql -> new ClassRows(sql, school).membersOn(schoolClass, day));
    }

    /// The classes of somebody on a day.
    public List<SchoolClass> of(String school, String person, LocalDate day) {
        return database.read(sql -> {
            var rows = new ClassRows(sql, school);
            var theirs =
                    rows.of(person).stream()
                            .filter(each -> each.holdsOn(day))
                            .map(ClassMember::schoolClass)
                            .toList();
            return sorted(
                    rows.find(theirs).stream().map(row -> opened(seals, school, row)).toList());
        });
    }

    /// Begins classes.
    ///
    /// @return their ids, in the order given
    public List<String> begin(Tx tx, Actor by, List<Begun> classes, LocalDate from, Instant at) {
        if (classes.isEmpty()) {
            return List.of();
        }
        var keys = seals.newKeys(tx.school(), KeyKind.CLASS, classes.size());
        var rows = new ClassRows(tx.sql(), tx.school());
        var ids = new ArrayList<String>();
        for (int i = 0; i < classes.size(); i++) {
            var id = UUID.randomUUID().toString();
            var sealed =
                    seals.seal(
                            tx.school(),
                            keys.get(i),
                            classes.get(i).title().getBytes(StandardCharsets.UTF_8),
                            context(id));
            rows.insert(
                    new ClassRows.Row(
                            id, keys.get(i), sealed, classes.get(i).yearGroup(), from, null),
                    by.id(),
                    at);
            ids.add(id);
        }
        ledger.enter(tx, new Note(at, by, "people.classes-begun", List.copyOf(ids), null));
        return List.copyOf(ids);
    }

    /// A class to be begun.
    public record Begun(String title, @Nullable String yearGroup) {}

    /// Puts people into classes.
    ///
    /// @return the ids of the new rows
    public List<String> join(Tx tx, Actor by, List<Place> places, LocalDate from, Instant at) {
        if (places.isEmpty()) {
            return List.of();
        }
        var rows = new ClassRows(tx.sql(), tx.school());
        var ids = rows.join(places, from);
        changed(tx, by, "people.joined-class", places.stream().map(Place::person).toList(), at);
        return ids;
    }

    /// Takes people out of classes, after their last day.
    public void leave(
            Tx tx, Actor by, Collection<ClassMember> members, LocalDate last, Instant at) {
        if (members.isEmpty()) {
            return;
        }
        var rows = new ClassRows(tx.sql(), tx.school());
        members.forEach(each -> rows.end(each, last));
        changed(
                tx,
                by,
                "people.left-class",
                members.stream().map(ClassMember::person).toList(),
                at);
    }

    private void changed(Tx tx, Actor by, String action, List<String> who, Instant at) {
        ledger.enter(tx, new Note(at, by, action, who.stream().distinct().toList(), null));
        people.forgetAfter(tx);
    }

    /// The class of each child that day, for the directory.
    static Map<String, String> titles(DSLContext sql, Seals seals, String school, LocalDate day) {
        var rows = new ClassRows(sql, school);
        var titles = new LinkedHashMap<String, String>();
        rows.on(day).forEach(row -> titles.put(row.id(), opened(seals, school, row).title()));
        var found = new LinkedHashMap<String, String>();
        if (!titles.isEmpty()) {
            rows.membersOn(day).stream()
                    .filter(each -> each.part() == ClassMember.Part.LEARNER)
                    .filter(each -> titles.containsKey(each.schoolClass()))
                    .forEach(each ->
                            found.merge(
                                    each.person(),
                                    titles.getOrDefault(each.schoolClass(), ""),
                                    (one, other) -> one + ", " + other));
        }
        return found;
    }

    private static List<SchoolClass> sorted(List<SchoolClass> classes) {
        return classes.stream()
                .sorted(
                        Comparator.comparing(
                                        (SchoolClass each) ->
                                                each.yearGroup() == null ? "~" : each.yearGroup(),
                                        YearGroups.IN_ORDER)
                                .thenComparing(SchoolClass::title))
                .toList();
    }

    private static SchoolClass opened(Seals seals, String school, ClassRows.Row row) {
        String title;
        try {
            title =
                    new String(
                            seals.open(school, row.keyId(), row.sealed(), context(row.id())),
                            StandardCharsets.UTF_8);
        } catch (KeyDestroyedException disposed) {
            title = "A class no longer on record";
        }
        return new SchoolClass(row.id(), title, row.yearGroup(), row.from(), row.to());
    }

    private static String context(String id) {
        return "class:" + id;
    }
}
