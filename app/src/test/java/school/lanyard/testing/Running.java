// SPDX-License-Identifier: Apache-2.0
package school.lanyard.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import school.lanyard.Server;
import school.lanyard.database.DatabasePlace;

/// The whole server on a port of its own, with tables in its data directory and nothing in them.
public record Running(ConfigurableApplicationContext context, int port) implements AutoCloseable {

    public static Running on(Path data, String... settings) {
        return on(Engine.SQLITE, data, settings);
    }

    public static Running on(Engine engine, Path data, String... settings) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--lanyard.data=" + data,
                                "--lanyard.packs=../packs"));
        for (var setting : settings) {
            arguments.add("--" + setting);
        }
        if (engine.ready(data).database() instanceof DatabasePlace.Postgres(var url)) {
            arguments.add("--lanyard.database=" + url);
        }
        var context =
                new SpringApplicationBuilder(Server.class).run(arguments.toArray(String[]::new));
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
