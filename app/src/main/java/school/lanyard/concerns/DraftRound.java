// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks for old drafts once an hour while the server runs.
@Component
class DraftRound implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DraftRound.class);

    private final DraftClearing clearing;
    private final InstantSource clock;
    private @Nullable ScheduledExecutorService thread;

    DraftRound(DraftClearing clearing, InstantSource clock) {
        this.clearing = clearing;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        var rounds =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("drafts").daemon().factory());
        thread = rounds;
        var _ = rounds.scheduleWithFixedDelay(this::round, 1, 60, TimeUnit.MINUTES);
    }

    /// A fault must not end the rounds for good.
    private void round() {
        try {
            var cleared = clearing.clear(clock.instant());
            if (cleared > 0) {
                LOG.info("Cleared {} concerns that were begun and never sent", cleared);
            }
        } catch (RuntimeException fault) {
            LOG.error("Clearing old drafts failed: {}", fault.getClass().getName());
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
