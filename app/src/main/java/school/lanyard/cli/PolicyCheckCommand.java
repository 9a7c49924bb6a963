// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import school.lanyard.core.pack.Clause;
import school.lanyard.core.pack.Fault;
import school.lanyard.core.pack.Loaded;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Packs;

/// Lists every clause and what keeps it, or every fault and how to mend it.
@Command(
        name = "check",
        description = {
            "List every clause of a pack: what keeps it, and how that is shown.",
            "Exits with 1 and lists every fault if the pack is invalid."
        })
final class PolicyCheckCommand implements Callable<Integer> {

    @Mixin private PackArgument pack = new PackArgument();

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Spec private CommandSpec spec = CommandSpec.create();

    PolicyCheckCommand() {}

    PolicyCheckCommand(PackArgument pack, boolean json) {
        this.pack = pack;
        this.json = json;
    }

    @Override
    public Integer call() {
        return answer(spec.commandLine().getOut());
    }

    /// The exit code too. What conditions need is loaded beside the reading of the files.
    int answer(PrintWriter out) {
        Thread.ofPlatform().daemon().name("conditions").start(Packs::warmUp);
        var loaded = pack.load();
        if (json) {
            out.println(Json.of(shape(loaded)));
        } else {
            print(loaded, out);
        }
        out.flush();
        return loaded instanceof Loaded.Sound ? 0 : 1;
    }

    private static Map<String, Object> shape(Loaded loaded) {
        var shape = new LinkedHashMap<String, Object>();
        switch (loaded) {
            case Loaded.Sound(var sound) -> {
                shape.put("pack", sound.key());
                shape.put("edition", sound.edition());
                shape.put(
                        "clauses",
                        sound.clauses().values().stream().map(PolicyCheckCommand::shape).toList());
                shape.put("faults", List.of());
            }
            case Loaded.Broken(var key, var faults) -> {
                shape.put("pack", key);
                shape.put("edition", null);
                shape.put("clauses", List.of());
                shape.put("faults", faults.stream().map(PolicyCheckCommand::shape).toList());
            }
        }
        return shape;
    }

    private static Map<String, Object> shape(Clause clause) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("id", clause.id());
        shape.put("area", clause.area());
        shape.put("bound", clause.bound());
        shape.put("by", clause.by());
        shape.put("evidence", clause.evidence());
        var kind = clause.kind();
        shape.put("section", clause.section());
        shape.put("kind", kind == null ? "" : kind.key());
        shape.put("who", clause.who());
        shape.put("cadence", clause.cadence().key());
        return shape;
    }

    private static Map<String, Object> shape(Fault fault) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("file", fault.file());
        shape.put("line", fault.line());
        shape.put("problem", fault.problem());
        shape.put("mend", fault.mend());
        return shape;
    }

    private static void print(Loaded loaded, PrintWriter out) {
        switch (loaded) {
            case Loaded.Sound(var sound) -> print(sound, out);
            case Loaded.Broken(var key, var faults) -> {
                for (var fault : faults) {
                    out.printf("%s:%d%n", fault.file(), fault.line());
                    out.printf("  %s%n  %s%n", fault.problem(), fault.mend());
                }
                out.printf("%n%s is not valid: %s.%n", key, count(faults.size(), "fault"));
            }
        }
    }

    private static void print(Pack sound, PrintWriter out) {
        for (var clause : sound.clauses().values()) {
            out.printf(
                    "%-8s %-15s %s%n",
                    clause.id(),
                    clause.area(),
                    clause.bound()
                            ? "%s (%s)"
                                    .formatted(
                                            String.join(", ", clause.by()),
                                            String.join(", ", clause.evidence()))
                            : "unbound");
        }
        long bound = sound.clauses().values().stream().filter(Clause::bound).count();
        int all = sound.clauses().size();
        out.printf(
                "%n%s, edition %s, is valid. %s: %d bound, %d unbound.%n",
                sound.label(), sound.edition(), count(all, "clause"), bound, all - bound);
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
