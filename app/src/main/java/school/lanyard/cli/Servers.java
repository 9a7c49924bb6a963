// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.MapPropertySource;
import school.lanyard.database.DataHome;

/// Starts the server with the settings of a command line, which are stronger than any file's.
final class Servers {

    private Servers() {}

    static ConfigurableApplicationContext start(Class<?> server, Map<String, Object> settings) {
        // The server keeps its own log; this setting is for the short commands.
        System.clearProperty("logback.configurationFile");
        var application = new SpringApplication(server);
        application.addInitializers(context ->
                context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("commandLine", settings)));
        try {
            return application.run();
        } catch (RuntimeException failure) {
            throw explained(failure);
        }
    }

    static int port(ConfigurableApplicationContext server) {
        return server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /// Returns when the server has been told to stop, by a signal or by itself.
    static void await(ConfigurableApplicationContext server) throws InterruptedException {
        var closed = new CountDownLatch(1);
        server.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                closed.countDown();
            }
        });
        if (server.isActive()) {
            closed.await();
        }
    }

    private static RuntimeException explained(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataHome.InUseException) {
                return Failure.usage(
                        "The data directory is in use by another Lanyard",
                        "Stop it first, or use another --data");
            }
        }
        return failure;
    }
}
