// SPDX-License-Identifier: Apache-2.0
package school.lanyard.retention;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import school.lanyard.people.Schools;
import school.lanyard.rounds.Round;

/// Looks, while the server runs, for disposals whose keys a crash left behind.
@Component
class DisposalRound extends Round {

    private static final Logger LOG = LoggerFactory.getLogger(DisposalRound.class);

    private final Disposals disposals;
    private final Schools schools;

    DisposalRound(Disposals disposals, Schools schools) {
        super("disposals", Duration.ofMinutes(1), Duration.ofMinutes(10));
        this.disposals = disposals;
        this.schools = schools;
    }

    @Override
    protected void round() {
        var finished = schools.all().stream().mapToInt(each -> disposals.finish(each.id())).sum();
        if (finished > 0) {
            LOG.info("Destroyed the keys of {} cases that were disposed of", finished);
        }
    }
}
