// SPDX-License-Identifier: Apache-2.0
package school.lanyard.finding;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import school.lanyard.people.Schools;

/// Makes the indexes of the schools while nobody waits for them: soon after the server starts, and
/// again where one was let go of. In memory, as {@link Indexes} keeps them, and nowhere else.
@Component
class IndexRound implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IndexRound.class);
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final Indexes indexes;
    private final Schools schools;
    private @Nullable ScheduledExecutorService thread;

    IndexRound(Indexes indexes, Schools schools) {
        this.indexes = indexes;
        this.schools = schools;
    }

    @Override
    public synchronized void start() {
        var rounds =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("indexes").daemon().factory());
        thread = rounds;
        var _ =
                rounds.scheduleWithFixedDelay(
                        this::round, FIRST.toSeconds(), AGAIN.toSeconds(), TimeUnit.SECONDS);
    }

    /// Works half of the time, so that whoever waits for a page has the other half. A fault must
    /// not end the rounds for good.
    private void round() {
        try {
            for (var school : schools.all()) {
                var began = System.nanoTime();
                if (!indexes.prepare(school.id())) {
                    return;
                }
                TimeUnit.NANOSECONDS.sleep(System.nanoTime() - began);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            LOG.error("Making an index failed: {}", fault.getClass().getName());
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
