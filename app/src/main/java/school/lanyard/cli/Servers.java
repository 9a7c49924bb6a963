// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.MapPropertySource;
import school.lanyard.database.DataHome;
import school.lanyard.setup.demo.DemoGuard;

/// Starts the server with the settings of a command line, which are stronger than any file's.
final class Servers {

    private Servers() {}

    static ConfigurableApplicationContext start(Class<?> server, Map<String, Object> settings) {
        return start(server, settings, Map.of());
    }

    /// The same, with things of the command line's own that the server may use.
    static ConfigurableApplicationContext start(
            Class<?> server, Map<String, Object> settings, Map<String, Object> beans) {
        // The server keeps its own log; this setting is for the short commands.
        System.clearProperty("logback.configurationFile");
        var application = new SpringApplication(server);
        application.addInitializers(context ->
                context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("commandLine", settings)));
        application.addInitializers(
                context -> beans.forEach(context.getBeanFactory()::registerSingleton));
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
            if (cause instanceof DataHome.InUseException taken) {
                return DataOptions.inUse(taken);
            }
            if (cause instanceof DemoGuard.WrongKindException wrong) {
                return Failure.usage(
                        String.valueOf(wrong.getMessage()),
                        "Use lanyard demo for a demonstration, lanyard serve for a school");
            }
        }
        return failure;
    }
}
