// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.ledger.Actor;
import school.lanyard.people.Schools;

/// Makes every school's self-checks once a day while the server runs, whenever it is switched on.
@Component
class CheckRound implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CheckRound.class);
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final Checks checks;
    private final Schools schools;
    private final InstantSource clock;
    private final Duration first;
    private @Nullable ScheduledExecutorService thread;

    CheckRound(
            Checks checks,
            Schools schools,
            InstantSource clock,
            @Value("${lanyard.first-checks-after:1m}") Duration first) {
        this.checks = checks;
        this.schools = schools;
        this.clock = clock;
        this.first = first;
    }

    @Override
    public synchronized void start() {
        var rounds =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("self-checks").daemon().factory());
        thread = rounds;
        var _ =
                rounds.scheduleWithFixedDelay(
                        this::round, first.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// A fault must not end the rounds for good, nor one school's keep another from its checks.
    void round() {
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

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.close();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
