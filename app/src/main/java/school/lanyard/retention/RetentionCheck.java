// SPDX-License-Identifier: Apache-2.0
package school.lanyard.retention;

import org.springframework.stereotype.Component;
import school.lanyard.core.pack.Control;
import school.lanyard.database.Database;
import school.lanyard.evidence.Asked;
import school.lanyard.evidence.ControlCheck;
import school.lanyard.evidence.Finding;
import school.lanyard.retention.store.DisposalRows;
import school.lanyard.sealing.Seals;

/// Looks whether the policy says how long, and whether the key of anything that was disposed of
/// still opens it.
@Component
class RetentionCheck implements ControlCheck {

    private static final int LATEST = 200;

    private final Database database;
    private final Seals seals;

    RetentionCheck(Database database, Seals seals) {
        this.database = database;
        this.seals = seals;
    }

    @Override
    public Control control() {
        return Control.RETENTION;
    }

    @Override
    public Finding look(Asked asked) {
        if (Intervals.ofChildren(asked.pack()).isEmpty()
                || Intervals.ofAdults(asked.pack()).isEmpty()) {
            return Finding.failed("The policy does not say how long cases are kept.");
        }
        var keys = database.read(sql -> new DisposalRows(sql, asked.school()).keys(LATEST));
        return keys.stream().allMatch(seals::isDestroyed)
                ? Finding.passed(
                        "The policy says how long cases are kept, and no key is left of anything"
                                + " that was disposed of.")
                : Finding.failed("A key is left of something that was disposed of.");
    }
}
