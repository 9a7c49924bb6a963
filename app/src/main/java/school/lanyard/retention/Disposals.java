// SPDX-License-Identifier: Apache-2.0
package school.lanyard.retention;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import school.lanyard.database.Database;
import school.lanyard.database.Tx;
import school.lanyard.ledger.Actor;
import school.lanyard.ledger.Ledger;
import school.lanyard.ledger.Note;
import school.lanyard.retention.store.DisposalRows;
import school.lanyard.sealing.Seals;

/// Disposes of cases: they go out of everybody's sight in one transaction, and their keys are
/// destroyed once that is on disk. A key that could not be destroyed is tried again.
@Service
public final class Disposals {

    static final String DISPOSED = "retention.disposed";

    private final Database database;
    private final Seals seals;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    public Disposals(
            Database database,
            Seals seals,
            Ledger ledger,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.database = database;
        this.seals = seals;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /// Disposes of a case with everything that it is made of. Its keys go when the transaction has.
    void dispose(Tx tx, String caseId, String decidedBy, String agreedBy, Instant at) {
        var rows = new DisposalRows(tx.sql(), tx.school());
        var whole = rows.whole(caseId);
        whole.forEach(id -> rows.dispose(id, caseId, decidedBy, agreedBy, at));
        ledger.enter(tx, new Note(at, Actor.person(agreedBy), DISPOSED, whole, null));
        var school = tx.school();
        tx.afterCommit(() -> finish(school));
    }

    /// Destroys the keys of what was disposed of and still has some.
    ///
    /// @return how many there were
    public int finish(String school) {
        var undone = database.read(sql -> new DisposalRows(sql, school).undone());
        if (undone.isEmpty()) {
            return 0;
        }
        undone.forEach(each -> seals.destroy(each.keyId()));
        var cases = undone.stream().map(DisposalRows.Undone::caseId).collect(Collectors.toSet());
        events.publishEvent(new CaseDisposed(school, cases));
        done(school, cases);
        return cases.size();
    }

    private void done(String school, Set<String> cases) {
        database.change(
                school,
                tx -> {
                    var rows = new DisposalRows(tx.sql(), tx.school());
                    cases.forEach(each -> rows.done(each, clock.instant()));
                });
    }

    /// What somebody decided or agreed to.
    public List<DisposalRows.Row> by(String school, String person) {
        return database.read(sql -> new DisposalRows(sql, school).by(person));
    }
}
