// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import school.lanyard.core.pack.Decisions.Askable;

/// Lists everything that a policy can be asked about.
@Command(name = "subjects", description = "List everything that a decision can be asked about.")
final class PolicySubjectsCommand implements Runnable {

    @Mixin private PackArgument pack = new PackArgument();

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    PolicySubjectsCommand() {}

    PolicySubjectsCommand(PackArgument pack, boolean json) {
        this.pack = pack;
        this.json = json;
    }

    @Override
    public void run() {
        answer(Objects.requireNonNull(spec).commandLine().getOut());
    }

    void answer(PrintWriter out) {
        var subjects = pack.sound().decide().subjects();
        if (json) {
            out.println(Json.of(subjects.stream().map(Askable::shape).toList()));
        } else {
            subjects.forEach(
                    each -> out.printf("%s%n  %s (%s)%n", each.key(), each.label(), asks(each)));
        }
        out.flush();
    }

    private static String asks(Askable subject) {
        return String.join(", ", subject.asks());
    }
}
