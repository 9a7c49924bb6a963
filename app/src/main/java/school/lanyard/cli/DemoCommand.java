// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import school.lanyard.database.DataHome;
import school.lanyard.setup.demo.DemoDirectory;
import school.lanyard.setup.demo.DemoProgress;
import school.lanyard.setup.demo.DemoSchool;
import school.lanyard.setup.demo.DemoSeeding;
import school.lanyard.setup.demo.DemoSignIn;

/// Makes an invented school with its years and runs it on this machine, for somebody who wants to
/// look round.
@Command(
        name = "demo",
        description =
                "Run an invented school with two years of invented cases, on this machine only.")
public final class DemoCommand implements Callable<Integer> {

    private final Class<?> application;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "The port to listen on (default: 8080).")
    private int port = 8080;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Where the demonstration is kept (default: lanyard/demo in the user's state directory).")
    private @Nullable Path directory;

    @Option(
            names = "--fresh",
            description =
                    "Make the demonstration anew, up to yesterday. What was typed into it goes.")
    private boolean fresh;

    @Spec private CommandSpec spec = CommandSpec.create();

    DemoCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        var place = place();
        prepare(place, out);
        var settings = settings(place);
        try (var server =
                Servers.start(application, settings, Map.of("demoProgress", progress(out)))) {
            welcome(out, place, "http://localhost:" + Servers.port(server));
            Servers.await(server);
        }
        return 0;
    }

    private DemoDirectory place() {
        return directory == null
                ? DemoDirectory.usual(
                        System.getenv(), Path.of(System.getProperty("user.home", ".")))
                : new DemoDirectory(directory);
    }

    private void prepare(DemoDirectory place, PrintWriter out) {
        if (place.state() == DemoDirectory.State.OTHER) {
            throw Failure.usage(
                    place.directory() + " holds something else than a demonstration",
                    "Name an empty directory with --data, or leave --data out");
        }
        if (fresh || place.state() == DemoDirectory.State.UNFINISHED) {
            remove(place);
        }
        if (place.state() == DemoDirectory.State.EMPTY) {
            say(out, "Making the demonstration in " + place.directory());
            place.begin();
        }
    }

    private static void remove(DemoDirectory place) {
        try {
            place.remove();
        } catch (DataHome.InUseException inUse) {
            throw DataOptions.inUse(inUse);
        }
    }

    /// A demonstration takes nothing from the environment that a real school's server takes: not
    /// its database, nor its keys, nor its mail server.
    private Map<String, Object> settings(DemoDirectory place) {
        var options = new ServerOptions();
        options.port = port;
        options.data.directory = place.directory();
        var settings = new HashMap<>(options.checked());
        settings.put("lanyard.demo", "true");
        settings.put("lanyard.database", "");
        settings.put(
                "lanyard.master-key", place.directory().resolve("keys/master.json").toString());
        settings.put("spring.mail.host", "false");
        return settings;
    }

    private static DemoProgress progress(PrintWriter out) {
        return words -> say(out, "  " + words);
    }

    private static void welcome(PrintWriter out, DemoDirectory place, String site) {
        var secrets = place.secrets();
        say(out, "");
        say(out, "Lanyard is ready: " + site);
        say(out, "Everybody and everything in " + DemoSchool.NAME + " is made up.");
        say(out, "");
        say(out, row("Sign in as", "Address", "Code"));
        for (var one : DemoSignIn.of(DemoSchool.of(DemoSeeding.SEED))) {
            say(out, row(one.post(), one.address(), one.code() ? "yes" : "no"));
        }
        say(out, "");
        say(out, "Password for all: " + secrets.password());
        say(
                out,
                "Where a code is asked for, the page links to the one that is good at that moment.");
        say(out, "All of this is also at " + site + "/demonstration. Stop with Ctrl+C.");
    }

    private static String row(String post, String address, String code) {
        return String.format(Locale.UK, "  %-29s %-48s %s", post, address, code);
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
