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
        if (options.data.isDemonstration()) {
            throw Failure.usage(
                    options.data.directory + " holds a demonstration, of an invented school",
                    "Use lanyard demo for it, or name another directory with --data");
        }
        try (var server = Servers.start(application, options.checked())) {
            var out = spec.commandLine().getOut();
            var here = "%s://localhost:%d".formatted(options.scheme(), Servers.port(server));
            var site = server.getEnvironment().getProperty("lanyard.site", here);
            out.printf("Lanyard is ready: %s%n", site);
            server.getBean(SetUpCode.class)
                    .waiting()
                    .ifPresent(path ->
                            out.printf(
                                    "No school has been set up yet. Open this to begin:%n  %s%s%n",
                                    site, path));
            out.flush();
            Servers.await(server);
        }
        return 0;
    }
}
