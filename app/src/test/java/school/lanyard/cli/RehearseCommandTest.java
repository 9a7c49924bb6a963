// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

class RehearseCommandTest {

    private static final List<String> SAID = new ArrayList<>();

    @Command(
            name = "lanyard",
            subcommands = {Says.class, RehearseCommand.class})
    static class Root {}

    @Command(name = "says")
    static class Says implements Runnable {

        @Parameters String word = "";

        @Override
        public void run() {
            SAID.add(word);
            System.out.println(word);
            if (word.equals("no")) {
                throw Failure.check("No", "Yes");
            }
        }
    }

    @Test
    void every_command_runs_and_a_failure_stops_nothing() {
        SAID.clear();
        var err = new StringWriter();
        var exit =
                CommandLines.of(new Root())
                        .setErr(new PrintWriter(err))
                        .execute(
                                "rehearse-commands",
                                "--",
                                "says one",
                                "says no",
                                "nonsense",
                                "says two");
        assertThat(SAID).containsExactly("one", "no", "two");
        assertThat(exit).isZero();
    }
}
