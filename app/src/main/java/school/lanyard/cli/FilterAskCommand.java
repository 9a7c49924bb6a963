// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import school.lanyard.signals.filter.Asker;
import school.lanyard.signals.filter.Decider;
import school.lanyard.signals.filter.Decision;

/// Asks whether addresses may be reached.
@Command(name = "ask", description = "Ask whether addresses may be reached, and what says so.")
final class FilterAskCommand implements Runnable {

    @Mixin private IndexOption index = new IndexOption();

    @Mixin private PolicyOfLists lists = new PolicyOfLists();

    @Mixin private ZoneOption zone = new ZoneOption();

    @Parameters(arity = "1..*", paramLabel = "URL", description = "An address, or a name.")
    private List<String> urls = List.of();

    @Option(names = "--group", paramLabel = "GROUP", description = "Which people ask.")
    private String group = "";

    @Option(names = "--device", paramLabel = "CLASS", description = "On which class of device.")
    private String device = "";

    @Option(names = "--place", paramLabel = "PLACE", description = "Where.")
    private String place = "";

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "When, in the school's time, such as 2026-11-27T09:00 (default: now).")
    private @Nullable String at;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        var opened = index.open();
        var decider = new Decider(opened, lists.policy(opened));
        var asker = new Asker(group, device, place);
        var when = when();
        var shapes =
                urls.stream().map(url -> shape(url, decider.decide(asker, when, url))).toList();
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(shapes));
        } else {
            shapes.forEach(shape -> out.println(String.join("\t", shape.values())));
        }
        out.flush();
    }

    private LocalDateTime when() {
        try {
            return at == null ? zone.now() : LocalDateTime.parse(at);
        } catch (DateTimeParseException noTime) {
            throw Failure.usage("--at takes a time", "Write it as 2026-11-27T09:00");
        }
    }

    private static Map<String, String> shape(String url, Decision decision) {
        var shape = new LinkedHashMap<String, String>();
        shape.put("decision", decision.allowed() ? "allowed" : "blocked");
        shape.put("url", url);
        switch (decision) {
            case Decision.Allowed() -> {}
            case Decision.AllowedWithNote(var layer, var note, var rule) -> {
                shape.put("layer", layer.name().toLowerCase(Locale.ROOT));
                shape.put("note", note);
                shape.put("rule", rule);
            }
            case Decision.Blocked(var layer, var category, var list, var rule) -> {
                shape.put("layer", layer.name().toLowerCase(Locale.ROOT));
                shape.put("category", category);
                shape.put("list", list);
                shape.put("rule", rule);
            }
        }
        return shape;
    }
}
