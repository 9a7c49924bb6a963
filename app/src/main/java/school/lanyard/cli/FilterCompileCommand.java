// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import school.lanyard.signals.filter.guard.Guard;
import school.lanyard.signals.filter.index.Held;
import school.lanyard.signals.filter.lists.Compiler;
import school.lanyard.signals.filter.lists.Compiler.Compiled;
import school.lanyard.signals.filter.lists.ListReport;
import school.lanyard.signals.filter.lists.Source;

/// Compiles block lists into one index.
@Command(
        name = "compile",
        description =
                "Compile block lists into one index: hosts files, plain domains, squidGuard"
                        + " folders, response policy zones, AdBlock rules for domains, dnsmasq files. A"
                        + " rule that would block a whole ending (co.uk) or a site that schools cannot"
                        + " do without is left out and named, until a person accepts it.",
        footer = {"", "Exit code: 0 compiled, 1 not compiled, 2 wrong usage."})
final class FilterCompileCommand implements Runnable {

    private static final int SHOWN = 20;

    @Parameters(
            arity = "1..*",
            paramLabel = "[CATEGORY=]LIST",
            description = "A file or a folder. Without a category its name is one.")
    private List<String> lists = List.of();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "INDEX",
            description = "Where the index is put; one that is there is replaced in one step.")
    private Path output = Path.of("");

    @Option(
            names = "--own",
            paramLabel = "NAME",
            description =
                    "A name of the school's own, never to be blocked unseen; may be repeated.")
    private List<String> own = new ArrayList<>();

    @Option(
            names = "--accept",
            paramLabel = "RULE",
            description = "A rule that was held and that a person accepts; may be repeated.")
    private Set<String> accepted = new LinkedHashSet<>();

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        var folder = output.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw Failure.usage("There is no directory " + folder, "Make it first");
        }
        var sources = sources();
        try {
            var compiled = Compiler.compile(sources, new Guard(own, accepted), output);
            show(compiled, spec.commandLine().getOut());
        } catch (IOException failure) {
            throw Failure.check(
                    "The index was not made, and what was at %s is as it was: %s"
                            .formatted(output, failure.getMessage()),
                    "Check the lists, and the directory's owner and room");
        }
    }

    private List<Source> sources() {
        var sources = new ArrayList<Source>();
        for (var list : lists) {
            int equals = list.indexOf('=');
            boolean named = equals > 0 && !Files.exists(Path.of(list));
            var path = Path.of(named ? list.substring(equals + 1) : list);
            try {
                sources.addAll(Source.of(path, named ? list.substring(0, equals) : ""));
            } catch (IOException missing) {
                throw Failure.usage(String.valueOf(missing.getMessage()), "Check the path");
            }
        }
        if (sources.isEmpty()) {
            throw Failure.usage(
                    "There is no list in " + String.join(", ", lists),
                    "Name a file, or a folder with 'domains' files below it");
        }
        return sources;
    }

    private void show(Compiled compiled, PrintWriter out) {
        if (json) {
            out.println(Json.of(shape(compiled)));
        } else {
            compiled.lists().forEach(list -> show(list, out));
            showHeld(compiled.held(), out);
            var index = compiled.index();
            out.printf(
                    "%,d rules in %,d bytes, checksum %s: %s%n",
                    index.size(), index.bytes(), index.checksum(), output);
        }
        out.flush();
    }

    private static void show(ListReport list, PrintWriter out) {
        out.printf(
                "%s (%s, %s): %,d rules, %,d held, %,d lines not understood%n",
                list.listing().category(),
                list.listing().list(),
                list.format(),
                list.rules(),
                list.held(),
                list.notUnderstood());
        list.samples().forEach(sample -> out.println("    " + sample));
    }

    private static void showHeld(List<Held> held, PrintWriter out) {
        if (!held.isEmpty()) {
            out.printf(
                    "%,d rules are held until a person accepts them (--accept RULE):%n",
                    held.size());
        }
        held.stream()
                .limit(SHOWN)
                .forEach(one ->
                        out.printf(
                                "    %s (%s) would block %s%n",
                                one.rule(), one.list(), one.wouldBlock()));
        if (held.size() > SHOWN) {
            out.printf("    and %,d more; --json shows all%n", held.size() - SHOWN);
        }
    }

    private static Map<String, Object> shape(Compiled compiled) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("rules", compiled.index().size());
        shape.put("bytes", compiled.index().bytes());
        shape.put("checksum", compiled.index().checksum());
        shape.put("lists", compiled.lists().stream().map(FilterCompileCommand::shape).toList());
        shape.put(
                "held",
                compiled.held().stream()
                        .map(one ->
                                Map.of(
                                        "rule",
                                        one.rule(),
                                        "list",
                                        one.list(),
                                        "would-block",
                                        one.wouldBlock()))
                        .toList());
        return shape;
    }

    private static Map<String, Object> shape(ListReport list) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("category", list.listing().category());
        shape.put("list", list.listing().list());
        shape.put("format", list.format());
        shape.put("rules", list.rules());
        shape.put("held", list.held());
        shape.put("not-understood", list.notUnderstood());
        shape.put("samples", list.samples());
        return shape;
    }
}
