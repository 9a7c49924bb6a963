// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.detect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import school.lanyard.signals.log.LogFormat;
import school.lanyard.signals.log.input.Chunk;
import school.lanyard.signals.log.input.Chunks;

/// Reads a whole log on several threads, in memory that does not grow with it. Alerts come in the
/// order of the log, however many threads there are.
public final class Replay {

    /// What a log came to. `pooled` lines had no user; of `encrypted` ones only the host is known.
    public record Totals(
            long lines,
            long malformed,
            long alerts,
            long pooled,
            long encrypted,
            List<String> samples) {
        public Totals {
            samples = List.copyOf(samples);
        }
    }

    private static final int SLOTS_PER_WORKER = 4;
    private static final int SAMPLES = 10;

    /// A chunk with what was found in it.
    private record Slot(Chunk chunk, Found found) {}

    private final Chunks chunks;
    private final Detection detection;
    private final LogFormat format;
    private final Watch watch;
    private final BlockingQueue<Slot> free;
    private final Map<Long, Slot> done = new HashMap<>();
    private final List<String> samples = new ArrayList<>();
    private volatile boolean failed;
    private long next;
    private long lines;
    private long malformed;
    private long alerts;
    private long pooled;
    private long encrypted;

    private Replay(
            Chunks chunks,
            Detection detection,
            LogFormat format,
            int workers,
            Consumer<Alert> out) {
        this.chunks = chunks;
        this.detection = detection;
        this.format = format;
        this.free = new ArrayBlockingQueue<>(SLOTS_PER_WORKER * workers);
        this.watch =
                detection.watch(alert -> {
                    alerts++;
                    out.accept(alert);
                });
        for (int i = 0; i < SLOTS_PER_WORKER * workers; i++) {
            free.add(new Slot(new Chunk(), new Found()));
        }
    }

    public static Totals run(
            Chunks chunks, LogFormat format, Detection detection, int workers, Consumer<Alert> out)
            throws IOException {
        var replay = new Replay(chunks, detection, format, workers, out);
        try (var threads = Executors.newFixedThreadPool(workers)) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < workers; i++) {
                running.add(
                        threads.submit(() -> {
                            replay.work();
                            return null;
                        }));
            }
            for (var worker : running) {
                await(worker);
            }
        }
        return replay.totals();
    }

    private static void await(Future<?> worker) throws IOException {
        try {
            worker.get();
        } catch (ExecutionException failure) {
            throw new IOException("The log could not be read to its end", failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while reading the log", stopped);
        }
    }

    private void work() throws IOException, InterruptedException {
        var scanner = detection.scanner(format);
        while (true) {
            var slot = free.take();
            boolean finished = false;
            try {
                if (failed || !chunks.next(slot.chunk())) {
                    finished = true;
                    free.add(slot);
                    return;
                }
                scanner.scan(slot.chunk().bytes(), slot.chunk().length(), slot.found());
                finish(slot);
                finished = true;
            } finally {
                if (!finished) {
                    stopOthers(slot);
                }
            }
        }
    }

    /// A thread that fails holds up the order: those that wait for room are told to stop.
    private void stopOthers(Slot slot) {
        failed = true;
        free.offer(slot);
    }

    /// Follows the chunks that are next in order; the others wait.
    private synchronized void finish(Slot slot) {
        done.put(slot.chunk().sequence(), slot);
        for (var ready = done.remove(next); ready != null; ready = done.remove(next)) {
            next++;
            count(ready);
            watch.follow(ready.found());
            free.add(ready);
        }
    }

    private void count(Slot slot) {
        var found = slot.found();
        int gigantic = slot.chunk().gigantic();
        lines += found.lines + gigantic;
        malformed += found.malformed + gigantic;
        pooled += found.pooled;
        encrypted += found.encrypted;
        for (var sample : found.samples) {
            if (samples.size() < SAMPLES) {
                samples.add(sample);
            }
        }
    }

    private synchronized Totals totals() {
        return new Totals(lines, malformed, alerts, pooled, encrypted, samples);
    }
}
