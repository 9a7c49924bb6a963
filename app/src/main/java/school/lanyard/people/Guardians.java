// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.people.store.GuardianRows;

/// Which adults belong to which children: who has parental responsibility, and who must not be
/// contacted, as far as the office knows.
@Service
public final class Guardians {

    private final Database database;
    private final Ledger ledger;

    public Guardians(Database database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    /// The adults of these children.
    public List<Guardian> of(String school, Collection<String> children) {
        return database.read(sql -> new GuardianRows(sql, school).of(children));
    }

    /// The children of an adult.
    public List<Guardian> childrenOf(String school, String adult) {
        return database.read(sql -> new GuardianRows(sql, school).childrenOf(adult));
    }

    public List<Guardian> all(Tx tx) {
        return new GuardianRows(tx.sql(), tx.school()).all();
    }

    public List<Guardian> all(String school) {
        return database.read(sql -> new GuardianRows(sql, school).all());
    }

    /// Records what stands from now on between these, in place of what stood before. They are
    /// family from now on, and no conflict of interest is overlooked.
    public void record(Tx tx, Actor by, List<Guardian> guardians, Instant at) {
        if (guardians.isEmpty()) {
            return;
        }
        var rows = new GuardianRows(tx.sql(), tx.school());
        guardians.forEach(each -> rows.record(each, by.id(), at));
        ledger.enter(
                tx,
                new Note(
                        at,
                        by,
                        "people.guardians-recorded",
                        guardians.stream()
                                .flatMap(each -> List.of(each.child(), each.adult()).stream())
                                .distinct()
                                .toList(),
                        null));
    }
}
