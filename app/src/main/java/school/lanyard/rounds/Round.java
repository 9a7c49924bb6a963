// SPDX-License-Identifier: Apache-2.0
package school.lanyard.rounds;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// One piece of work that is done again and again while the server runs. A feature gives it as a
/// bean, with the work's name and the time between two rounds.
public final class Round implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    private final String name;
    private final Duration between;
    private final Runnable work;
    private @Nullable ScheduledExecutorService thread;

    public Round(String name, Duration between, Runnable work) {
        this.name = name;
        this.between = between;
        this.work = work;
    }

    @Override
    public synchronized void start() {
        var rounds =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name(name).daemon().factory());
        thread = rounds;
        var seconds = between.toSeconds();
        var _ =
                rounds.scheduleWithFixedDelay(
                        this::once, Math.min(60, seconds), seconds, TimeUnit.SECONDS);
    }

    /// A fault must not end the rounds for good.
    private void once() {
        try {
            work.run();
        } catch (RuntimeException fault) {
            LOG.error("A round of {} failed: {}", name, fault.getClass().getName());
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
