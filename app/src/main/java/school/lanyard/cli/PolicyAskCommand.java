// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import school.lanyard.core.decision.Answer;
import school.lanyard.core.decision.Decision;
import school.lanyard.core.pack.Decisions.Askable;
import school.lanyard.core.pack.Decisions.Given;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Suggestions;

/// Asks a policy whether somebody may do something.
@Command(name = "ask", description = "Ask whether somebody may do something.")
final class PolicyAskCommand implements Runnable {

    @Mixin private PolicyQuestion question = new PolicyQuestion();

    @Option(
            names = "--about",
            required = true,
            paramLabel = "KEY",
            description = "What they would do; 'lanyard policy subjects' lists the keys.")
    private String about = "";

    @Option(
            names = "--given",
            paramLabel = "FACT=VALUE",
            description = "A fact that is known, such as staff_permission=yes; may be repeated.")
    private Map<String, String> given = new LinkedHashMap<>();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        var sound = question.sound();
        checkAbout(sound);
        var decision = sound.decide().ask(question.who, about, facts(sound));
        if (question.json) {
            out.println(Json.of(shape(sound, decision)));
        } else {
            print(sound, decision, out);
        }
        out.flush();
    }

    private void checkAbout(Pack sound) {
        if (!sound.decide().knows(about)) {
            var keys = sound.decide().subjects().stream().map(Askable::key).toList();
            throw Failure.usage(
                    "The pack %s has no subject %s".formatted(sound.key(), about),
                    Suggestions.nearest(about, keys)
                            .map(
                                    "Did you mean %s? If not, 'lanyard policy subjects' lists them"
                                            ::formatted)
                            .orElse("List them with 'lanyard policy subjects'"));
        }
    }

    private Map<String, Object> facts(Pack sound) {
        return switch (sound.decide().read(given)) {
            case Given.Known(var facts) -> facts;
            case Given.Refused(var problem, var mend) ->
                    throw Failure.usage(withoutStop(problem), withoutStop(mend));
        };
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static Map<String, Object> shape(Pack sound, Decision decision) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("answer", decision.answer().key());
        shape.put("when", when(sound, decision));
        if (decision.answer() == Answer.NOT_STATED) {
            shape.put("ask", sound.role(decision.ask()).label());
        }
        if (!decision.missing().isEmpty()) {
            shape.put("missing", decision.missing());
        }
        shape.put("clauses", decision.clauses());
        return shape;
    }

    /// The condition; where the policy is silent, whom to ask.
    private static String when(Pack sound, Decision decision) {
        if (decision.answer() != Answer.NOT_STATED) {
            return decision.when();
        }
        var reason = decision.when().isEmpty() ? "the policy does not say" : decision.when();
        return "%s: ask the %s".formatted(reason, lowerFirst(sound.role(decision.ask()).label()));
    }

    private static String lowerFirst(String label) {
        boolean abbreviation = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return abbreviation ? label : Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

    private static void print(Pack sound, Decision decision, PrintWriter out) {
        var when = when(sound, decision);
        out.println(
                switch (decision.answer()) {
                    case ALLOWED -> "Allowed" + (when.isEmpty() ? "" : ", " + when);
                    case ALLOWED_WHEN -> "Allowed when: " + when;
                    case NOT_ALLOWED -> "Not allowed" + (when.isEmpty() ? "" : ", but " + when);
                    case ILLEGAL -> "Illegal" + (when.isEmpty() ? "" : "; allowed " + when);
                    case NOT_STATED -> "Not stated: " + when;
                });
        for (var fact : decision.missing()) {
            var kind = sound.facts().get(fact);
            if (kind != null) {
                out.printf("  %s (--given %s=...)%n", kind.label(), fact);
            }
        }
        for (var id : decision.clauses()) {
            var clause = sound.clauses().get(id);
            out.printf("  %s  %s%n", id, clause == null ? "" : clause.says());
        }
    }
}
