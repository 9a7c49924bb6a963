// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import school.lanyard.signals.detect.Alert;
import school.lanyard.signals.detect.Detection;
import school.lanyard.signals.detect.PhraseSet;
import school.lanyard.signals.detect.Replay;
import school.lanyard.signals.detect.Replay.Totals;
import school.lanyard.signals.detect.Settings;
import school.lanyard.signals.log.LogFormat;
import school.lanyard.signals.log.input.Chunks;
import school.lanyard.signals.log.input.LogFiles;

/// Reads a whole web log, and writes what in it needs a person.
@Command(
        name = "replay",
        description =
                "Read a web log from its beginning to its end, also one compressed with gzip or"
                        + " zstd, and find what needs a person. Prints lines, malformed lines, alerts"
                        + " and seconds as JSON.")
final class MonitorReplayCommand implements Runnable {

    @Parameters(paramLabel = "FILE", description = "The log.")
    private Path file = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "auto",
            description = "squid, e2guardian, cef, syslog or auto (default).")
    private String format = "auto";

    @Option(
            names = "--pack",
            paramLabel = "PACK",
            description = "A pack's folder or key: the helplines in it are never looked at.")
    private @Nullable String pack;

    @Option(
            names = "--index",
            paramLabel = "INDEX",
            description = "An index made by 'lanyard filter compile', to know sites by category.")
    private @Nullable Path index;

    @Option(
            names = "--never",
            paramLabel = "NAME",
            description = "A site that is never looked at, such as Lanyard's own; may be repeated.")
    private Set<String> never = new LinkedHashSet<>();

    @Mixin private ZoneOption zone = new ZoneOption();

    @Option(
            names = "--alerts",
            paramLabel = "OUT.jsonl",
            description = "Where alerts are written, one JSON object on each line.")
    private @Nullable Path alerts;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        if (!Files.isRegularFile(file)) {
            throw Failure.usage("There is no log at " + file, "Check the path");
        }
        var detection = detection();
        var began = System.nanoTime();
        var totals = replay(detection);
        show(totals, (System.nanoTime() - began) / 1e9);
    }

    private Detection detection() {
        var names = new HashSet<>(never);
        if (pack != null) {
            PackArgument.sound(pack).contacts().values().stream()
                    .map(contact -> contact.web())
                    .filter(web -> !web.isBlank())
                    .forEach(names::add);
        }
        return new Detection(
                Settings.standard(zone.zone, names),
                PhraseSet.starter(),
                index == null ? null : IndexOption.open(index));
    }

    private LogFormat format() {
        for (var known : LogFormat.values()) {
            if (known.name().equalsIgnoreCase(format)) {
                return known;
            }
        }
        throw Failure.usage(
                "There is no format " + format.toLowerCase(Locale.ROOT),
                "Use squid, e2guardian, cef, syslog or auto");
    }

    private Totals replay(Detection detection) {
        var wanted = format();
        int workers = Math.max(1, Runtime.getRuntime().availableProcessors());
        try (var chunks = new Chunks(LogFiles.open(file), 0)) {
            if (alerts == null) {
                return Replay.run(chunks, wanted, detection, workers, alert -> {});
            }
            try (var out = Files.newBufferedWriter(alerts, StandardCharsets.UTF_8)) {
                return Replay.run(chunks, wanted, detection, workers, writing(out));
            }
        } catch (IOException failure) {
            throw Failure.check(
                    "The log %s could not be read to its end: %s".formatted(file, cause(failure)),
                    "Check that it is whole, and that there is room for the alerts");
        }
    }

    private static @Nullable String cause(IOException failure) {
        var cause = failure.getCause();
        return cause == null ? failure.getMessage() : cause.getMessage();
    }

    private static Consumer<Alert> writing(BufferedWriter out) {
        return alert -> {
            try {
                out.write(Json.of(alert.shape()));
                out.write('\n');
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        };
    }

    private void show(Totals totals, double seconds) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("lines", totals.lines());
        shape.put("malformed", totals.malformed());
        shape.put("alerts", totals.alerts());
        shape.put("seconds", Math.round(seconds * 1000) / 1000.0);
        shape.put("unattributed", totals.pooled());
        shape.put("host-only", totals.encrypted());
        shape.put("samples", totals.samples());
        var out = spec.commandLine().getOut();
        out.println(Json.of(shape));
        out.flush();
    }
}
