// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import school.lanyard.signals.filter.guard.Guard;
import school.lanyard.signals.filter.index.FilterIndex;
import school.lanyard.signals.filter.lists.Compiler;
import school.lanyard.signals.filter.lists.Source;

/// Text to a file that decisions are made by, and opening that file again, in one process: the
/// first round is as cold as a start from the shell. Prints each round, with the CPU time.
public final class CompileBench {

    private CompileBench() {}

    public static void main(String[] args) throws IOException {
        int names = args.length > 0 ? Integer.parseInt(args[0]) : 5_000_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        var folder = Files.createTempDirectory("compile-bench");
        try {
            var lists = lists(folder, names);
            for (int round = 0; round < rounds; round++) {
                round(lists, folder.resolve("index"));
            }
        } finally {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    /// Eight lists, as schools have several, so that both cores have something to read.
    private static List<Source> lists(Path folder, int names) throws IOException {
        var sources = new ArrayList<Source>();
        for (int i = 0; i < 8; i++) {
            var file =
                    Files.write(
                            folder.resolve("list" + i + ".txt"), InventedNames.of(i, names / 8));
            sources.addAll(Source.of(file, ""));
        }
        return sources;
    }

    private static void round(List<Source> lists, Path index) throws IOException {
        var compiled =
                timed(
                        "compile",
                        () ->
                                quiet(() ->
                                        Compiler.compile(
                                                lists, new Guard(List.of(), Set.of()), index)));
        var opened = timed("open", () -> quiet(() -> FilterIndex.open(index)));
        System.out.printf(
                "%,d names, %.2f bytes each, %d held%n",
                opened.size(), (double) opened.bytes() / opened.size(), compiled.held().size());
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long cpu = cpu();
        long began = System.nanoTime();
        var made = work.get();
        System.out.printf(
                "%s %.1f ms, CPU %.1f ms; ",
                what, (System.nanoTime() - began) / 1e6, (cpu() - cpu) / 1e6);
        return made;
    }

    private static long cpu() {
        var system = java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        return ((com.sun.management.OperatingSystemMXBean) system).getProcessCpuTime();
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T quiet(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
