// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import school.lanyard.core.pack.Decisions.Askable;
import school.lanyard.core.pack.Decisions.Given;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Suggestions;
import school.lanyard.core.pack.Told;

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

    @Spec private @Nullable CommandSpec spec;

    PolicyAskCommand() {}

    PolicyAskCommand(PolicyQuestion question, String about, Map<String, String> given) {
        this.question = question;
        this.about = about;
        this.given = given;
    }

    @Override
    public void run() {
        answer(Objects.requireNonNull(spec).commandLine().getOut());
    }

    void answer(PrintWriter out) {
        var sound = question.sound();
        checkAbout(sound);
        var told = sound.decide().tell(question.who, about, facts(sound));
        if (question.json) {
            out.println(Json.of(told.shape()));
        } else {
            print(told, out);
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
        var read = sound.decide().read(given);
        if (read instanceof Given.Refused(var problem, var mend)) {
            throw Failure.usage(withoutStop(problem), withoutStop(mend));
        }
        return ((Given.Known) read).facts();
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static void print(Told told, PrintWriter out) {
        out.println(told.sentence());
        for (var fact : told.missing()) {
            out.printf("  %s (--given %s=...)%n", fact.label(), fact.key());
        }
        for (var clause : told.clauses()) {
            out.printf("  %s  %s%n", clause.id(), clause.says());
        }
    }
}
