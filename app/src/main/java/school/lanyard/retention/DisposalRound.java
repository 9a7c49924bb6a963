// SPDX-License-Identifier: Apache-2.0
package school.lanyard.retention;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import school.lanyard.people.Schools;

/// Looks, while the server runs, for disposals whose keys a crash left behind.
@Component
class DisposalRound implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DisposalRound.class);

    private final Disposals disposals;
    private final Schools schools;
    private @Nullable ScheduledExecutorService thread;

    DisposalRound(Disposals disposals, Schools schools) {
        this.disposals = disposals;
        this.schools = schools;
    }

    @Override
    public synchronized void start() {
        var rounds =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("disposals").daemon().factory());
        thread = rounds;
        var _ = rounds.scheduleWithFixedDelay(this::round, 1, 10, TimeUnit.MINUTES);
    }

    /// A fault must not end the rounds for good.
    private void round() {
        try {
            var finished =
                    schools.all().stream().mapToInt(each -> disposals.finish(each.id())).sum();
            if (finished > 0) {
                LOG.info("Destroyed the keys of {} cases that were disposed of", finished);
            }
        } catch (RuntimeException fault) {
            LOG.error("Destroying keys failed: {}", fault.getClass().getName());
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
