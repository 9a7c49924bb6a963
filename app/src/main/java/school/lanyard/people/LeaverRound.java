// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import school.lanyard.rounds.Round;

/// Closes, once an hour while the server runs, the accounts of those whose last day is over. They
/// could not sign in any more before that; now their invitations and sessions are gone as well.
@Component
class LeaverRound extends Round {

    private static final Logger LOG = LoggerFactory.getLogger(LeaverRound.class);

    private final Leavers leavers;
    private final Schools schools;
    private final InstantSource clock;

    LeaverRound(Leavers leavers, Schools schools, InstantSource clock) {
        super("leavers", Duration.ofMinutes(3), Duration.ofHours(1));
        this.leavers = leavers;
        this.schools = schools;
        this.clock = clock;
    }

    @Override
    protected void round() {
        var today = SchoolDay.today(clock);
        var closed = schools.all().stream().mapToInt(each -> leavers.close(each.id(), today)).sum();
        if (closed > 0) {
            LOG.info("Closed {} accounts of people who have left", closed);
        }
    }
}
