// SPDX-License-Identifier: Apache-2.0
package school.lanyard.contacts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import school.lanyard.contacts.store.NumberRows;
import school.lanyard.core.pack.Contact;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.policy.Editions;

/// The numbers that each school fills in for itself, because its policy cannot know them. They are
/// numbers of offices, not of people.
@Service
public final class LocalNumbers {

    private static final Pattern TELEPHONE =
            Pattern.compile("[0-9+(][0-9 ()+.-]*( ?(ext|x)\\.? ?[0-9]+)?");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 40;

    private final Database database;
    private final Ledger ledger;
    private final Editions editions;

    public LocalNumbers(Database database, Ledger ledger, Editions editions) {
        this.database = database;
        this.ledger = ledger;
        this.editions = editions;
    }

    /// Whether a text can be a telephone number.
    public static boolean isTelephone(String text) {
        return text.length() <= LONGEST
                && TELEPHONE.matcher(text).matches()
                && text.chars().filter(Character::isDigit).count() >= SHORTEST;
    }

    /// The contacts of the running policy whose number the school fills in, with what it has.
    public List<Contact> all(String school) {
        return filled(
                school,
                editions.running(school).pack().contacts().values().stream()
                        .filter(Contact::local)
                        .toList());
    }

    /// Those that have no number yet.
    public List<Contact> missing(String school) {
        return all(school).stream().filter(contact -> contact.call().isEmpty()).toList();
    }

    /// The same contacts, each local one with the school's own number.
    public List<Contact> filled(String school, Collection<Contact> contacts) {
        var numbers = numbers(school);
        return contacts.stream()
                .map(contact ->
                        contact.local()
                                ? contact.calling(
                                        numbers.getOrDefault(contact.key(), contact.call()))
                                : contact)
                .toList();
    }

    /// Fills in a number, or clears it.
    public void set(Tx tx, Actor by, String contact, String telephone, Instant at) {
        if (!telephone.isEmpty() && !isTelephone(telephone)) {
            throw new IllegalArgumentException("not a telephone number");
        }
        var id = UUID.randomUUID().toString();
        new NumberRows(tx.sql(), tx.school()).insert(id, contact, telephone, by.id(), at);
        ledger.enter(tx, Note.of(at, by, "local-number.set", id));
    }

    /// Fills in those that differ from what the school has.
    ///
    /// @return how many did
    public int set(String school, Actor by, Map<String, String> telephones, Instant at) {
        return database.write(
                school,
                tx -> {
                    var before = new NumberRows(tx.sql(), tx.school()).newest();
                    var changed =
                            telephones.entrySet().stream()
                                    .filter(each ->
                                            !before.getOrDefault(each.getKey(), "")
                                                    .equals(each.getValue()))
                                    .toList();
                    changed.forEach(each -> set(tx, by, each.getKey(), each.getValue(), at));
                    return changed.size();
                });
    }

    private Map<String, String> numbers(String school) {
        return database.read(sql -> new NumberRows(sql, school).newest());
    }
}
