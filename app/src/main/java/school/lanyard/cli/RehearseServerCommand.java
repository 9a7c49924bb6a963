// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Runs the server on scratch data, asks it for a few pages and stops it, so that the launcher can
/// record which classes a start needs.
@Command(
        name = "rehearse-server",
        hidden = true,
        description =
                "Start on scratch data, fetch a few pages and stop: the launcher's way to make later starts quick.")
public final class RehearseServerCommand implements Runnable {

    private static final int ROUNDS = 20;

    private final Class<?> application;

    @Parameters(paramLabel = "PATH", description = "What to ask for (default: the first page).")
    private List<String> paths = List.of("/");

    RehearseServerCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public void run() {
        try {
            var scratch = Files.createTempDirectory("lanyard-rehearsal");
            try {
                rehearse(scratch);
            } finally {
                delete(scratch);
            }
        } catch (IOException failure) {
            throw Failure.check(
                    "The rehearsal had no room: " + failure.getMessage(),
                    "Free some space in the temporary directory");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void rehearse(Path scratch) throws IOException, InterruptedException {
        var options = new ServerOptions();
        options.port = 0;
        options.data.directory = scratch.resolve("data");
        try (var server = Servers.start(application, options.checked());
                var client =
                        HttpClient.newBuilder()
                                .followRedirects(HttpClient.Redirect.NORMAL)
                                .build()) {
            var root = URI.create("http://localhost:" + Servers.port(server));
            for (var round = 0; round < ROUNDS; round++) {
                for (var path : paths) {
                    client.send(
                            HttpRequest.newBuilder(root.resolve(path)).build(),
                            BodyHandlers.discarding());
                }
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
