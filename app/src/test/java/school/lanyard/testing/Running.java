// SPDX-License-Identifier: Apache-2.0
package school.lanyard.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import school.lanyard.Server;
import school.lanyard.database.DataHome;
import school.lanyard.database.DatabasePlace;

/// The whole server on a port of its own, with tables in its data directory and nothing in them.
public record Running(ConfigurableApplicationContext context, int port) implements AutoCloseable {

    private static final Map<Engine, Running> SHARED = new EnumMap<>(Engine.class);
    private static final Set<Running> LENT = new HashSet<>();

    /// The run's own server on this database, emptied: a server takes longer to start than most
    /// tests take. It is lent to one at a time; to close it is to give it back.
    public static Running shared(Engine engine) {
        var server = SHARED.computeIfAbsent(engine, Running::started);
        if (!LENT.add(server)) {
            throw new IllegalStateException("the shared server on " + engine + " is in use");
        }
        RawDatabase.empty(server.bean(DataHome.class).database());
        return server;
    }

    private static Running started(Engine engine) {
        try {
            return on(engine, Files.createTempDirectory("lanyard-shared"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
        if (!LENT.remove(this)) {
            context.close();
        }
    }
}
