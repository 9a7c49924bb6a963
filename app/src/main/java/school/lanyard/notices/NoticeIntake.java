// SPDX-License-Identifier: Apache-2.0
package school.lanyard.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import school.lanyard.concerns.Receiving;
import school.lanyard.concerns.Report;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Pack;
import school.lanyard.database.Tx;
import school.lanyard.notices.store.NoticeRows;

/// Starts the clocks of a report whose kind sets any, in the transaction that receives it.
@Component
class NoticeIntake implements Receiving {

    @Override
    public void received(Tx tx, String concern, Report report, Pack pack) {
        var key = report.kind();
        var kind = key == null ? null : pack.kinds().get(key);
        if (kind != null) {
            new NoticeRows(tx.sql(), tx.school())
                    .add(
                            concern,
                            kind.key(),
                            due(pack, kind.acknowledge(), report),
                            due(pack, kind.decide(), report));
        }
    }

    static @Nullable Instant due(Pack pack, String interval, Report report) {
        var found = pack.intervals().get(interval);
        return found == null ? null : SchoolTime.after(report.writtenAt(), found.length());
    }
}
