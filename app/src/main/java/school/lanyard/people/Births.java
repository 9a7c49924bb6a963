// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.people.store.BirthRows;
import school.lanyard.sealing.KeyDestroyedException;
import school.lanyard.sealing.Seals;
import tools.jackson.databind.json.JsonMapper;

/// When people were born, as far as it is recorded: how long records of a child are kept is counted
/// from it. Each is sealed under its person's own key.
@Service
public final class Births {

    static final String RECORDED = "people.birth-recorded";

    /// Many at once, from a file; the entry names the people and repeats no date.
    static final String RECORDED_TOGETHER = "people.births-recorded";

    static final JsonMapper JSON = JsonMapper.builder().build();

    /// As the ledger keeps it.
    record Born(LocalDate bornOn) {
        @Override
        public String toString() {
            return "Born";
        }
    }

    /// How many people are asked about at once.
    private static final int MOST = 1_000;

    private final Database database;
    private final Seals seals;
    private final Ledger ledger;
    private final People people;

    public Births(Database database, Seals seals, Ledger ledger, People people) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
        this.people = people;
    }

    /// The dates of birth that are recorded of these people.
    public Map<String, LocalDate> of(String school, Collection<String> who) {
        return database.read(sql -> of(sql, school, who));
    }

    /// The same inside a transaction, so that a decision sees every change before it.
    public Map<String, LocalDate> of(Tx tx, Collection<String> who) {
        return of(tx.sql(), tx.school(), who);
    }

    private Map<String, LocalDate> of(DSLContext sql, String school, Collection<String> who) {
        var rows = new BirthRows(sql, school);
        var all = List.copyOf(who);
        var born = new HashMap<String, LocalDate>();
        for (int from = 0; from < all.size(); from += MOST) {
            var some = new ArrayList<>(all.subList(from, Math.min(all.size(), from + MOST)));
            rows.of(some).forEach(row -> open(school, row, born));
        }
        return born;
    }

    private void open(String school, BirthRows.Row row, Map<String, LocalDate> into) {
        try {
            var opened = seals.open(school, row.keyId(), row.sealed(), context(row.person()));
            into.put(row.person(), LocalDate.parse(new String(opened, StandardCharsets.UTF_8)));
        } catch (KeyDestroyedException disposed) {
            // Whoever was disposed of has no date of birth any more.
        }
    }

    /// Records when somebody was born, in place of what was recorded before.
    public void record(Tx tx, Actor by, String person, LocalDate day, Instant at) {
        var key = people.keyOf(tx, person);
        var sealed =
                seals.seal(
                        tx.school(),
                        key,
                        day.toString().getBytes(StandardCharsets.UTF_8),
                        context(person));
        new BirthRows(tx.sql(), tx.school())
                .save(
                        new BirthRows.Row(UUID.randomUUID().toString(), person, key, sealed),
                        by.id(),
                        at);
        ledger.enter(
                tx,
                Note.of(at, by, RECORDED, person)
                        .with(key, JSON.writeValueAsString(new Born(day))));
    }

    /// The same for many at once, whose dates of birth were not known before.
    public void record(Tx tx, Actor by, Map<String, LocalDate> born, Instant at) {
        if (born.isEmpty()) {
            return;
        }
        var rows = new BirthRows(tx.sql(), tx.school());
        var keys = people.keysOf(tx, born.keySet());
        born.forEach((person, day) -> {
            var key = Objects.requireNonNull(keys.get(person), "nobody of this school");
            var sealed =
                    seals.seal(
                            tx.school(),
                            key,
                            day.toString().getBytes(StandardCharsets.UTF_8),
                            context(person));
            rows.save(
                    new BirthRows.Row(UUID.randomUUID().toString(), person, key, sealed),
                    by.id(),
                    at);
        });
        ledger.enter(tx, new Note(at, by, RECORDED_TOGETHER, List.copyOf(born.keySet()), null));
    }

    static String context(String person) {
        return "birth:" + person;
    }
}
