// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.ledger.Actor;
import school.lanyard.people.Schools;
import school.lanyard.rounds.Round;

/// Makes every school's self-checks once a day while the server runs, whenever it is switched on.
@Component
class CheckRound extends Round {

    private static final Logger LOG = LoggerFactory.getLogger(CheckRound.class);
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final Checks checks;
    private final Schools schools;
    private final InstantSource clock;

    CheckRound(
            Checks checks,
            Schools schools,
            InstantSource clock,
            @Value("${lanyard.first-checks-after:1m}") Duration first) {
        super("self-checks", first, EVERY);
        this.checks = checks;
        this.schools = schools;
        this.clock = clock;
    }

    /// One school's fault keeps no other from its checks.
    @Override
    protected void round() {
        for (var school : schools.all()) {
            try {
                if (isDue(school.id())) {
                    checks.make(school.id(), Actor.LANYARD);
                }
            } catch (RuntimeException fault) {
                LOG.error("Self-checks could not be made: {}", fault.getClass().getName());
            }
        }
    }

    private boolean isDue(String school) {
        var today = SchoolTime.day(clock.instant());
        return checks.last(school).map(SchoolTime::day).filter(today::equals).isEmpty();
    }
}
