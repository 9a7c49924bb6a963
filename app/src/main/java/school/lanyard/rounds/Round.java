// SPDX-License-Identifier: Apache-2.0
package school.lanyard.rounds;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Something that is done again and again while the server runs, on a thread of its own. A fault
/// ends neither the thread nor the rounds to come, and a stop lets a round that is under way end.
public abstract class Round implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    private final String name;
    private final Duration first;
    private final Duration every;
    private @Nullable ScheduledExecutorService thread;

    /// A round that begins when the server has started.
    ///
    /// @param name of its thread, and in the log
    /// @param first how long after the start
    /// @param every how long after the end of one round the next begins
    protected Round(String name, Duration first, Duration every) {
        this.name = name;
        this.first = first;
        this.every = every;
    }

    /// A round that is one piece of work of a feature.
    public static Round of(String name, Duration every, Runnable work) {
        return new Round(name, Duration.ofSeconds(60), every) {
            @Override
            protected void round() {
                work.run();
            }
        };
    }

    /// What is done each time.
    protected abstract void round();

    @Override
    public synchronized void start() {
        var rounds =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name(name).daemon().factory());
        thread = rounds;
        var _ =
                rounds.scheduleWithFixedDelay(
                        this::survived, first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Does a round out of turn, as soon as the one under way is over.
    protected final synchronized void soon() {
        if (thread != null) {
            try {
                thread.execute(this::survived);
            } catch (RejectedExecutionException stopping) {
                LOG.debug("{} waits until the next start", name);
            }
        }
    }

    private void survived() {
        try {
            round();
        } catch (RuntimeException fault) {
            LOG.error("A round of {} failed: {}", name, fault.getClass().getName());
        }
    }

    @Override
    public void stop() {
        var rounds = ended();
        if (rounds != null) {
            rounds.close();
        }
    }

    /// Waiting for a round under a lock that it may want would wait for ever.
    private synchronized @Nullable ScheduledExecutorService ended() {
        var rounds = thread;
        thread = null;
        return rounds;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
