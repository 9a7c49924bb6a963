// SPDX-License-Identifier: Apache-2.0
package school.lanyard.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import school.lanyard.core.ledger.Chain;
import school.lanyard.core.ledger.Hash;
import school.lanyard.core.ledger.Verdict;
import school.lanyard.core.pack.Control;
import school.lanyard.database.Database;
import school.lanyard.evidence.Asked;
import school.lanyard.evidence.ControlCheck;
import school.lanyard.evidence.Finding;
import school.lanyard.ledger.store.Entries;
import school.lanyard.ledger.store.ProvedRows;
import school.lanyard.ledger.store.ProvedRows.Proved;
import school.lanyard.ledger.store.Witnesses;

/// Proves the chain from the last entry that was proved, which it proves again, so that it costs
/// little every day, and from the first entry once a week. What it says is the same however long
/// the chain is.
@Component
class LedgerCheck implements ControlCheck {

    private static final Duration WHOLE_EVERY = Duration.ofDays(7);

    private final Database database;

    LedgerCheck(Database database) {
        this.database = database;
    }

    @Override
    public Control control() {
        return Control.LEDGER;
    }

    @Override
    public Finding look(Asked asked) {
        var last = database.read(sql -> new ProvedRows(sql, asked.school()).last());
        var onward =
                last.isPresent() && asked.at().isBefore(last.get().wholeAt().plus(WHOLE_EVERY));
        var verdict =
                database.read(sql -> {
                    var entries = new Entries(sql, asked.school());
                    return onward ? onward(entries, last.get()) : Proof.verdict(entries);
                });
        if (!(verdict instanceof Verdict.Whole(var head, var count))) {
            return Finding.failed("The ledger does not hold: it was changed after it was written.");
        }
        if (missing(asked.school())) {
            return Finding.failed(
                    "The ledger does not bear out everything that is in the records.");
        }
        keep(asked, count, head, onward ? last.get().wholeAt() : asked.at());
        return Finding.passed(
                "Every entry follows from the one before it, and bears out what is in the records.");
    }

    /// The last entry that was proved is proved once more, from what it says: its remembered hash
    /// alone would not show that it was changed since.
    private static Verdict onward(Entries entries, Proved last) {
        if (last.sequence() == 0) {
            return Proof.verdict(entries);
        }
        var before = last.sequence() - 1;
        var previous = before == 0 ? Optional.of(Chain.START) : entries.hashOf(before);
        if (previous.isEmpty()
                || entries.hashOf(last.sequence())
                        .filter(new Hash(last.hash())::equals)
                        .isEmpty()) {
            return new Verdict.Broken(last.sequence(), Verdict.Fault.HEAD_MISSING);
        }
        return Chain.verifyAfter(
                before, previous.get(), entries.links(before), entries.head().hash());
    }

    private boolean missing(String school) {
        return database.read(sql -> {
            var witnesses = new Witnesses(sql, school);
            return witnesses.concerns() + witnesses.incidents() + witnesses.appointments() > 0;
        });
    }

    private void keep(Asked asked, long count, Hash head, Instant wholeAt) {
        database.change(
                asked.school(),
                tx ->
                        new ProvedRows(tx.sql(), tx.school())
                                .keep(new Proved(count, head.hex(), wholeAt)));
    }
}
