// SPDX-License-Identifier: Apache-2.0
package school.lanyard.kill;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import school.lanyard.Lanyard;
import school.lanyard.testing.Visiting;

/// The real server as a process of its own, started as an installation starts it and ended without
/// a word.
final class KilledServer {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final int port;
    private final Path log;

    private KilledServer(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    static KilledServer start(Path data) throws IOException, InterruptedException {
        var port = freePort();
        var log = data.resolveSibling("server.log");
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx384m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                classPath(),
                                Lanyard.class.getName(),
                                "serve",
                                "--data",
                                data.toString(),
                                "--port",
                                String.valueOf(port))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        var server = new KilledServer(process, port, log);
        server.await();
        return server;
    }

    String root() {
        return "http://localhost:" + port;
    }

    /// Ends it as `kill -9` does: no hook runs, nothing is flushed.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server did not die");
        }
    }

    private void await() throws InterruptedException, IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                new Visiting(root()).get("/sign-in");
                return;
            } catch (java.io.UncheckedIOException notYet) {
                Thread.sleep(100);
            }
        }
        kill();
        throw new IllegalStateException(
                "the server did not start: " + java.nio.file.Files.readString(log));
    }

    /// What the build made, without what only tests need.
    private static String classPath() {
        var tests = File.separator + "test-classes";
        return java.util.Arrays.stream(
                        System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path"))
                                .split(File.pathSeparator, -1))
                .filter(each -> !each.endsWith(tests))
                .collect(java.util.stream.Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
