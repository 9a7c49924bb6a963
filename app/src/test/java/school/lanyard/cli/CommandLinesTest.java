// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import school.lanyard.Lanyard;

class CommandLinesTest {

    @Command(name = "lanyard", subcommands = Group.class)
    static class Root {}

    @Command(name = "group", subcommands = Leaf.class)
    static class Group {}

    @Command(name = "leaf")
    static class Leaf implements Callable<Integer> {

        @Option(names = "--then")
        String then = "fine";

        @Override
        public Integer call() {
            return switch (then) {
                case "check" ->
                        throw Failure.check(
                                "The chain is broken at its second entry", "Restore a backup");
                case "usage" -> throw Failure.usage("There is no file 'x'", "Name one that exists");
                case "crash" -> throw new IllegalStateException("first line\nsecond line");
                default -> 0;
            };
        }
    }

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return line().execute(args);
    }

    private CommandLine line() {
        return CommandLines.of(new Root())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
    }

    @Nested
    class Wrong_usage {

        @Test
        void of_an_unknown_option_is_one_line_and_exit_two() {
            assertThat(run("group", "leaf", "--what")).isEqualTo(2);
            assertThat(err.toString().lines())
                    .containsExactly(
                            "lanyard: Unknown option: '--what'. Try 'lanyard group leaf --help'.");
        }

        @Test
        void of_a_group_without_a_command_names_the_commands() {
            assertThat(run("group")).isEqualTo(2);
            assertThat(err.toString().lines())
                    .containsExactly(
                            "lanyard: Missing command: one of leaf. Try 'lanyard group --help'.");
        }

        @Test
        void of_nothing_at_all_names_the_commands() {
            assertThat(run()).isEqualTo(2);
            assertThat(err.toString()).contains("one of group");
        }

        @Test
        void found_by_the_command_itself_is_exit_two() {
            assertThat(run("group", "leaf", "--then", "usage")).isEqualTo(2);
            assertThat(err.toString().lines())
                    .containsExactly("lanyard: There is no file 'x'. Name one that exists.");
        }
    }

    @Nested
    class A_failure {

        @Test
        void of_a_check_is_one_line_and_exit_one() {
            assertThat(run("group", "leaf", "--then", "check")).isEqualTo(1);
            assertThat(err.toString().lines())
                    .containsExactly(
                            "lanyard: The chain is broken at its second entry. Restore a backup.");
        }

        @Test
        void nobody_expected_is_still_one_line_and_exit_one() {
            assertThat(run("group", "leaf", "--then", "crash")).isEqualTo(1);
            assertThat(err.toString().lines())
                    .singleElement()
                    .asString()
                    .contains("IllegalStateException: first line second line");
        }
    }

    @Test
    void a_command_that_succeeds_is_silent_and_exits_zero() {
        assertThat(run("group", "leaf")).isZero();
        assertThat(out.toString() + err).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void every_real_command_has_help(String command) {
        var shown = new StringWriter();
        var line = Lanyard.line().setOut(new PrintWriter(shown));
        var args = (command + " --help").substring("lanyard ".length()).split(" ");
        assertThat(line.execute(args)).isZero();
        assertThat(shown.toString()).contains("Usage: " + command);
    }

    @Test
    void only_the_command_that_is_called_is_described() {
        assertThat(Lanyard.line("policy", "check").getSubcommands()).containsOnlyKeys("policy");
        assertThat(Lanyard.line("help", "policy").getSubcommands()).containsKeys("policy", "demo");
        assertThat(Lanyard.line("rehearse-commands").getSubcommands())
                .containsKeys("policy", "demo");
        assertThat(Lanyard.line("polcy").getSubcommands()).containsKeys("policy", "demo");
    }

    static Stream<String> everyCommand() {
        return commandsBelow(Lanyard.line());
    }

    private static Stream<String> commandsBelow(CommandLine line) {
        var below =
                line.getSubcommands().values().stream()
                        .filter(sub -> !sub.getCommandSpec().helpCommand())
                        .flatMap(CommandLinesTest::commandsBelow);
        return Stream.concat(Stream.of(line.getCommandSpec().qualifiedName()), below);
    }
}
