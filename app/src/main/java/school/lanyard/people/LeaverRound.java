// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Closes, once an hour while the server runs, the accounts of those whose last day is over. They
/// could not sign in any more before that; now their invitations and sessions are gone as well.
@Component
class LeaverRound implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LeaverRound.class);

    private final Leavers leavers;
    private final Schools schools;
    private final InstantSource clock;
    private @Nullable ScheduledExecutorService thread;

    LeaverRound(Leavers leavers, Schools schools, InstantSource clock) {
        this.leavers = leavers;
        this.schools = schools;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        var rounds =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("leavers").daemon().factory());
        thread = rounds;
        var _ = rounds.scheduleWithFixedDelay(this::round, 3, 60, TimeUnit.MINUTES);
    }

    /// A fault must not end the rounds for good.
    private void round() {
        try {
            var today = SchoolDay.today(clock);
            var closed =
                    schools.all().stream().mapToInt(each -> leavers.close(each.id(), today)).sum();
            if (closed > 0) {
                LOG.info("Closed {} accounts of people who have left", closed);
            }
        } catch (RuntimeException fault) {
            LOG.error("Closing accounts of leavers failed: {}", fault.getClass().getName());
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread.close();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
