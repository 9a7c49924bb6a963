// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.database.UntilChanged;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.people.store.MembershipRows;
import school.lanyard.people.store.PersonRows;
import school.lanyard.sealing.KeyDestroyedException;
import school.lanyard.sealing.KeyKind;
import school.lanyard.sealing.Seals;

/// Everybody who belongs to a school. Names are sealed, each under its person's own key.
@Service
public final class People {

    private final Database database;
    private final Seals seals;
    private final Ledger ledger;
    private final InstantSource clock;
    private final UntilChanged<Today> directories = new UntilChanged<>();

    /// A directory, which is of a day: the next day somebody may be in another class.
    private record Today(LocalDate day, Directory directory) {}

    public People(Database database, Seals seals, Ledger ledger, InstantSource clock) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// Adds people in one change.
    ///
    /// @return their new ids, in the order given
    public List<String> add(Tx tx, Actor by, List<NewPerson> people) {
        var keys = seals.newKeys(tx.school(), KeyKind.PERSON, people.size());
        var rows = new PersonRows(tx.sql(), tx.school());
        var ids = new ArrayList<String>();
        var all = new ArrayList<PersonRows.Row>();
        var joined = new ArrayList<PersonRows.Joined>();
        for (int i = 0; i < people.size(); i++) {
            var person = people.get(i);
            var id = UUID.randomUUID().toString();
            var sealed =
                    seals.seal(
                            tx.school(), keys.get(i), SealedName.of(person).bytes(), context(id));
            all.add(new PersonRows.Row(id, keys.get(i), sealed));
            person.memberships().forEach(each -> joined.add(new PersonRows.Joined(id, each)));
            ids.add(id);
        }
        rows.insert(all, clock.instant());
        rows.join(joined);
        ledger.enter(tx, new Note(clock.instant(), by, "people.added", List.copyOf(ids), null));
        directories.forgetAfter(tx);
        return List.copyOf(ids);
    }

    public String add(Tx tx, Actor by, NewPerson person) {
        return add(tx, by, List.of(person)).getFirst();
    }

    /// Puts somebody into a group, or a learner into a new year group.
    public void join(Tx tx, Actor by, String person, Membership membership) {
        var rows = new PersonRows(tx.sql(), tx.school());
        rows.mustExist(person);
        rows.join(person, membership);
        ledger.enter(tx, Note.of(clock.instant(), by, "people.joined-group", person));
        directories.forgetAfter(tx);
    }

    /// Puts somebody into another year group from a day on.
    public void moveYear(Tx tx, Actor by, String person, Membership next) {
        var rows = new MembershipRows(tx.sql(), tx.school());
        for (var each : rows.of(person)) {
            if (each.group().equals(next.group()) && each.to() == null) {
                if (each.from().isBefore(next.from())) {
                    rows.end(each.id(), next.from().minusDays(1));
                } else {
                    rows.remove(each.id());
                }
            }
        }
        rows.begin(person, next.group(), next.yearGroup(), next.from());
        ledger.enter(tx, Note.of(clock.instant(), by, "people.moved-year", person));
        directories.forgetAfter(tx);
    }

    /// Ends every membership of a group that somebody has, on their last day.
    public void leave(Tx tx, Actor by, String person, String group, LocalDate lastDay) {
        new PersonRows(tx.sql(), tx.school()).leave(person, group, lastDay);
        ledger.enter(tx, Note.of(clock.instant(), by, "people.left-group", person));
        directories.forgetAfter(tx);
    }

    /// Gives somebody another name. What it was is in the ledger.
    public void rename(Tx tx, Actor by, String person, String name) {
        var rows = new PersonRows(tx.sql(), tx.school());
        var row = rows.find(person);
        var before =
                SealedName.read(
                        seals.open(tx.school(), row.keyId(), row.sealed(), context(person)));
        var after = before.named(NewPerson.named(name).name());
        rows.reseal(person, seals.seal(tx.school(), row.keyId(), after.bytes(), context(person)));
        ledger.enter(
                tx,
                Note.of(clock.instant(), by, "people.renamed", person)
                        .with(row.keyId(), new String(before.bytes(), StandardCharsets.UTF_8)));
        directories.forgetAfter(tx);
    }

    /// Records families, so that nobody handles a case about their own.
    public void relate(Tx tx, Actor by, List<Kinship> kin) {
        var rows = new PersonRows(tx.sql(), tx.school());
        for (var each : kin) {
            rows.mustExist(each.person());
            rows.mustExist(each.relative());
            rows.relate(each, clock.instant());
            ledger.enter(
                    tx,
                    Note.of(clock.instant(), by, "people.related", each.person(), each.relative()));
        }
    }

    /// Everybody recorded as family of any of these people, in either direction, without them.
    public Set<String> relatives(Tx tx, Collection<String> people) {
        return relatives(tx.sql(), tx.school(), people);
    }

    public Set<String> relatives(String school, Collection<String> people) {
        return database.read(sql -> relatives(sql, school, people));
    }

    /// The recorded guardians of a child.
    public List<String> guardians(String school, String child) {
        return database.read(sql -> new PersonRows(sql, school).guardians(child));
    }

    /// Every child with a recorded guardian, and who they are.
    public Map<String, List<String>> guardians(String school) {
        return database.read(sql -> new PersonRows(sql, school).guardians());
    }

    /// The children whose recorded guardian somebody is.
    public List<String> wards(String school, String guardian) {
        return database.read(sql -> new PersonRows(sql, school).wards(guardian));
    }

    /// The key that seals what is known of a person; whoever names another school's person gets an
    /// exception.
    public String keyOf(Tx tx, String person) {
        return new PersonRows(tx.sql(), tx.school()).keyOf(person);
    }

    /// The same for many people at once, by their ids.
    Map<String, String> keysOf(Tx tx, Collection<String> people) {
        return new PersonRows(tx.sql(), tx.school()).keysOf(people);
    }

    /// Whether every one of these is somebody of the school.
    public boolean exist(Tx tx, Collection<String> people) {
        return new PersonRows(tx.sql(), tx.school()).exist(people);
    }

    /// The opened names of the school, as of the last change.
    public Directory directory(String school) {
        var day = SchoolDay.today(clock);
        return directories
                .of(
                        school,
                        known -> known.day().equals(day),
                        () -> new Today(day, load(school, day)))
                .directory();
    }

    private Directory load(String school, LocalDate day) {
        return database.read(sql -> {
            var classes = Classes.titles(sql, seals, school, day);
            var rows = new PersonRows(sql, school);
            var memberships = rows.memberships();
            var known = new ArrayList<Known>();
            for (var row : rows.everybody()) {
                opened(school, row)
                        .ifPresent(name ->
                                known.add(
                                        name.in(classes.get(row.id()))
                                                .known(
                                                        row.id(),
                                                        memberships.getOrDefault(
                                                                row.id(), List.of()))));
            }
            return new Directory(known);
        });
    }

    private Optional<SealedName> opened(String school, PersonRows.Row row) {
        try {
            return Optional.of(
                    SealedName.read(
                            seals.open(school, row.keyId(), row.sealed(), context(row.id()))));
        } catch (KeyDestroyedException disposed) {
            return Optional.empty();
        }
    }

    private static Set<String> relatives(DSLContext sql, String school, Collection<String> people) {
        return new PersonRows(sql, school).relatives(people);
    }

    /// Has the directory read anew once the change is durable.
    void forgetAfter(Tx tx) {
        directories.forgetAfter(tx);
    }

    private static String context(String person) {
        return "person:" + person;
    }
}
