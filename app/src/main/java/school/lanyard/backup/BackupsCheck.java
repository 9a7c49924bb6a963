// SPDX-License-Identifier: Apache-2.0
package school.lanyard.backup;

import java.time.Instant;
import org.springframework.stereotype.Component;
import school.lanyard.backup.store.BackupRows;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Control;
import school.lanyard.evidence.Asked;
import school.lanyard.evidence.ControlCheck;
import school.lanyard.evidence.Finding;

/// A backup must be there, its ledgers proved, and no older than the pack's interval `backups`; a
/// pack without one only asks that there is a backup.
@Component
class BackupsCheck implements ControlCheck {

    static final String INTERVAL = "backups";

    private final BackupsMade made;

    BackupsCheck(BackupsMade made) {
        this.made = made;
    }

    @Override
    public Control control() {
        return Control.BACKUPS;
    }

    @Override
    public Finding look(Asked asked) {
        made.takeIn(asked.at());
        return made.newest(asked.school())
                .map(newest -> finding(asked, newest))
                .orElseGet(() -> Finding.failed("No backup of the records has been made."));
    }

    private static Finding finding(Asked asked, BackupRows.Made newest) {
        if (!newest.proved()) {
            return Finding.failed("The newest backup holds a ledger that could not be proved.");
        }
        return isOld(asked, newest.at())
                ? Finding.failed("The newest backup is older than the policy allows.")
                : Finding.passed("A backup was made lately, and the ledger in it was proved.");
    }

    private static boolean isOld(Asked asked, Instant made) {
        var interval = asked.pack().intervals().get(INTERVAL);
        return interval != null && SchoolTime.after(made, interval.length()).isBefore(asked.at());
    }
}
