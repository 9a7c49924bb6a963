// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import school.lanyard.people.Schools;

/// Drops, once an hour while the server runs, the files that nobody applied.
@Component
class ImportRound implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRound.class);

    private final Imports imports;
    private final Schools schools;
    private @Nullable ScheduledExecutorService thread;

    ImportRound(Imports imports, Schools schools) {
        this.imports = imports;
        this.schools = schools;
    }

    @Override
    public synchronized void start() {
        var rounds =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("roster").daemon().factory());
        thread = rounds;
        var _ = rounds.scheduleWithFixedDelay(this::round, 2, 60, TimeUnit.MINUTES);
    }

    /// A fault must not end the rounds for good.
    private void round() {
        try {
            schools.all().forEach(each -> imports.dropOld(each.id()));
        } catch (RuntimeException fault) {
            LOG.error("Dropping old roster files failed: {}", fault.getClass().getName());
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
