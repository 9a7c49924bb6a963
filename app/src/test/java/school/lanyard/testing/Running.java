// SPDX-License-Identifier: Apache-2.0
package school.lanyard.testing;

import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import school.lanyard.Server;

/// The whole server on a port of its own, with an empty data directory.
public record Running(ConfigurableApplicationContext context, int port) implements AutoCloseable {

    public static Running on(Path data, String... settings) {
        return on(Engine.SQLITE, data, settings);
    }

    public static Running on(Engine engine, Path data, String... settings) {
        var builder =
                new SpringApplicationBuilder(Server.class)
                        .properties(
                                "server.port=0", "lanyard.data=" + data, "lanyard.packs=../packs")
                        .properties(settings);
        try {
            var url = engine.freshUrl();
            if (url != null) {
                builder.properties("lanyard.database=" + url);
            }
        } catch (java.io.IOException | java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        var context = builder.run();
        var port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return new Running(context, port);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public String site() {
        return "http://localhost:" + port;
    }

    @Override
    public void close() {
        context.close();
    }
}
