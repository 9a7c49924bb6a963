// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Suggestions;
import school.lanyard.core.response.Action;
import school.lanyard.core.response.ResponseGrid;
import school.lanyard.core.response.ResponseRow;

/// Asks a policy what it proposes to do about a kind of incident.
@Command(name = "respond", description = "Ask what a policy proposes about a kind of incident.")
final class PolicyRespondCommand implements Runnable {

    @Mixin private PolicyQuestion question = new PolicyQuestion();

    @Option(
            names = "--incident",
            required = true,
            paramLabel = "KEY",
            description = "The kind of incident: its label in lower case, with hyphens.")
    private String incident = "";

    @Spec private @Nullable CommandSpec spec;

    PolicyRespondCommand() {}

    PolicyRespondCommand(PolicyQuestion question, String incident) {
        this.question = question;
        this.incident = incident;
    }

    @Override
    public void run() {
        answer(Objects.requireNonNull(spec).commandLine().getOut());
    }

    void answer(PrintWriter out) {
        var sound = question.sound();
        var grid = sound.responses().get(question.who);
        var row = row(sound, grid);
        var actions = grid == null || row.isEmpty() ? List.<Action>of() : grid.proposed(row.get());
        if (question.json) {
            out.println(Json.of(shape(sound, actions, row)));
        } else {
            print(sound, actions, row, out);
        }
        out.flush();
    }

    /// Empty where the group has no grid, or where the kind of incident is one that grids do not
    /// list.
    private Optional<ResponseRow> row(Pack sound, @Nullable ResponseGrid grid) {
        if (grid == null) {
            return Optional.empty();
        }
        var row = grid.rows().get(incident);
        if (row == null && sound.category(question.who, incident).isEmpty()) {
            throw Failure.usage(
                    "The pack %s has no incident %s by %s"
                            .formatted(sound.key(), incident, question.who),
                    Suggestions.nearest(incident, grid.rows().keySet())
                            .map("Did you mean %s"::formatted)
                            .orElse("Use one of: " + String.join(", ", grid.rows().keySet())));
        }
        return Optional.ofNullable(row);
    }

    private static Map<String, Object> shape(
            Pack sound, List<Action> actions, Optional<ResponseRow> row) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("actions", actions.stream().map(Action::key).toList());
        shape.put("clauses", row.map(ResponseRow::clauses).orElse(List.of()));
        if (actions.isEmpty()) {
            shape.put("note", sound.proportionality());
        }
        return shape;
    }

    private static void print(
            Pack sound, List<Action> actions, Optional<ResponseRow> row, PrintWriter out) {
        if (actions.isEmpty()) {
            out.println(sound.proportionality());
        }
        actions.forEach(action -> out.println(action.label()));
        for (var id : row.map(ResponseRow::clauses).orElse(List.of())) {
            var clause = sound.clauses().get(id);
            out.printf("  %s  %s%n", id, clause == null ? "" : clause.says());
        }
    }
}
