// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.detect;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import school.lanyard.signals.demo.SchoolDay;
import school.lanyard.signals.log.Bytes;
import school.lanyard.signals.log.LogFormat;
import school.lanyard.signals.log.LogLine;
import school.lanyard.signals.log.input.Chunk;
import school.lanyard.signals.log.input.Chunks;
import school.lanyard.signals.log.input.LogFiles;

/// A school day's log: parsed only, on one thread, and through the whole of monitoring on every
/// core, in turn. The first round is as cold as a start from the shell. Without a log one is made.
public final class ReplayBench {

    private ReplayBench() {}

    public static void main(String[] args) throws IOException {
        int lines = args.length > 0 ? Integer.parseInt(args[0]) : 6_800_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        var log = args.length > 2 ? Path.of(args[2]) : Files.createTempFile("school-day", ".log");
        if (Files.notExists(log) || Files.size(log) == 0) {
            try (var out = new BufferedOutputStream(Files.newOutputStream(log), 1 << 16)) {
                var planted = new SchoolDay(1, LocalDate.of(2026, 11, 27), lines).write(out);
                System.out.printf("made %s with %d planted events%n", log, planted.size());
            }
        }
        for (int round = 0; round < rounds; round++) {
            parse(log);
            replay(log);
        }
        if (args.length <= 2) {
            Files.delete(log);
        }
    }

    private static void parse(Path log) throws IOException {
        long cpu = cpu();
        long began = System.nanoTime();
        var parser = LogFormat.SQUID.parser();
        var line = new LogLine();
        var chunk = new Chunk();
        long count = 0;
        long denied = 0;
        try (var chunks = new Chunks(LogFiles.open(log), 0)) {
            while (chunks.next(chunk)) {
                for (int from = 0; from < chunk.length(); ) {
                    int end = Bytes.lineEnd(chunk.bytes(), from, chunk.length());
                    parser.parse(chunk.bytes(), from, end, line);
                    denied += line.denied() ? 1 : 0;
                    count++;
                    from = end + 1;
                }
            }
        }
        report("parse on one thread", count, began, cpu, denied + " denied");
    }

    private static void replay(Path log) throws IOException {
        long cpu = cpu();
        long began = System.nanoTime();
        var detection =
                new Detection(
                        Settings.standard(ZoneId.of("Europe/London"), Set.of()),
                        PhraseSet.starter(),
                        null);
        try (var chunks = new Chunks(LogFiles.open(log), 0)) {
            int cores = Runtime.getRuntime().availableProcessors();
            var totals = Replay.run(chunks, LogFormat.SQUID, detection, cores, alert -> {});
            report("replay", totals.lines(), began, cpu, totals.alerts() + " alerts");
        }
    }

    private static void report(String what, long lines, long began, long cpu, String more) {
        double seconds = (System.nanoTime() - began) / 1e9;
        double busy = (cpu() - cpu) / 1e9;
        System.out.printf(
                "%s: %.3f s, %.2f M lines/s, CPU %.0f ns a line, %s%n",
                what, seconds, lines / seconds / 1e6, busy / lines * 1e9, more);
    }

    private static long cpu() {
        var system = java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        return ((com.sun.management.OperatingSystemMXBean) system).getProcessCpuTime();
    }
}
