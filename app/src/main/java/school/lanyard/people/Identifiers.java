// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.people.store.IdentifierRows;
import school.lanyard.sealing.KeyDestroyedException;
import school.lanyard.sealing.Seals;

/// How other programs know the people of a school. A value is found by its print, and opened only
/// to be shown.
@Service
public final class Identifiers {

    /// The scheme of addresses, which two people may share.
    public static final String EMAIL = "email";

    /// One number of one person.
    ///
    /// @param scheme what kind of number it is, in small letters
    public record Numbered(String person, String scheme, String value) {
        @Override
        public String toString() {
            return "Numbered[" + person + "]";
        }
    }

    private final Database database;
    private final Seals seals;
    private final Ledger ledger;
    private final People people;

    public Identifiers(Database database, Seals seals, Ledger ledger, People people) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
        this.people = people;
    }

    /// What a value is found by.
    public String print(String school, String scheme, String value) {
        return seals.print(school, "identifier:" + scheme, value);
    }

    /// Every print of the school by whose it is, addresses among them.
    public Map<String, List<Printed>> prints(String school) {
        return database.read(sql -> new IdentifierRows(sql, school).prints());
    }

    /// What a number of somebody is found by.
    public record Printed(String person, String scheme, String print) {}

    /// The numbers of somebody, opened.
    public List<Numbered> of(String school, String person) {
        var found = new ArrayList<Numbered>();
        for (var row : database.read(sql -> new IdentifierRows(sql, school).of(person))) {
            try {
                var plain = seals.open(school, row.keyId(), row.sealed(), context(row.id()));
                found.add(
                        new Numbered(
                                person, row.scheme(), new String(plain, StandardCharsets.UTF_8)));
            } catch (KeyDestroyedException disposed) {
                // Whoever was disposed of has no number any more.
            }
        }
        return found;
    }

    /// Records numbers. An address takes the place of the one before.
    public void record(Tx tx, Actor by, List<Numbered> numbers, Instant at) {
        if (numbers.isEmpty()) {
            return;
        }
        var rows = new IdentifierRows(tx.sql(), tx.school());
        var keys = people.keysOf(tx, numbers.stream().map(Numbered::person).distinct().toList());
        var added = new ArrayList<IdentifierRows.Row>();
        for (var each : numbers) {
            if (each.scheme().equals(EMAIL)) {
                rows.remove(each.person(), EMAIL);
            }
            var id = UUID.randomUUID().toString();
            var key = Objects.requireNonNull(keys.get(each.person()), "nobody of this school");
            added.add(
                    new IdentifierRows.Row(
                            id,
                            each.person(),
                            each.scheme(),
                            print(tx.school(), each.scheme(), each.value()),
                            key,
                            seals.seal(
                                    tx.school(),
                                    key,
                                    each.value().getBytes(StandardCharsets.UTF_8),
                                    context(id))));
        }
        rows.add(added, at);
        ledger.enter(
                tx,
                new Note(
                        at,
                        by,
                        "people.identified",
                        numbers.stream().map(Numbered::person).distinct().toList(),
                        null));
    }

    private static String context(String id) {
        return "identifier:" + id;
    }
}
