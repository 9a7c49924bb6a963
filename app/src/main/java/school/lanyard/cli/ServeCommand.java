// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import school.lanyard.setup.SetUpCode;

/// Runs the server until it is told to stop.
@Command(
        name = "serve",
        description = "Run Lanyard for a school: pages, mail and clocks, until stopped.")
public final class ServeCommand implements Callable<Integer> {

    private final Class<?> application;

    @Mixin private ServerOptions options = new ServerOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    ServeCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (var server = Servers.start(application, options.checked())) {
            var out = spec.commandLine().getOut();
            out.printf(
                    "Lanyard is ready: %s://localhost:%d%n",
                    options.scheme(), Servers.port(server));
            server.getBean(SetUpCode.class)
                    .waiting()
                    .ifPresent(path ->
                            out.printf(
                                    "No school has been set up yet. Open this to begin:%n"
                                            + "  %s://localhost:%d%s%n",
                                    options.scheme(), Servers.port(server), path));
            out.flush();
            Servers.await(server);
        }
        return 0;
    }
}
