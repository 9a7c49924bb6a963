// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import school.lanyard.database.DamagedException;

/// Gives every command the same manners: `--help` everywhere, errors of one line, exit 2 for wrong
/// usage and 1 for a failed check.
public final class CommandLines {

    /// Set to anything, it shows where an unexpected failure came from.
    static final String TRACE = "LANYARD_TRACE";

    private CommandLines() {}

    public static CommandLine of(Object root) {
        return mannered(new CommandLine(root));
    }

    /// As [#of(Object)], with these commands below it; those that run the server run this one.
    public static CommandLine of(Object root, Class<?> application, List<Class<?>> commands) {
        var line = new CommandLine(root, new Commands(application));
        commands.forEach(line::addSubcommand);
        return mannered(line);
    }

    private static CommandLine mannered(CommandLine line) {
        withHelp(line);
        return line.setUsageHelpAutoWidth(true)
                .setAbbreviatedOptionsAllowed(false)
                .setExecutionStrategy(CommandLines::run)
                .setParameterExceptionHandler(CommandLines::wrongUsage)
                .setExecutionExceptionHandler(CommandLines::failed);
    }

    private static void withHelp(CommandLine line) {
        var spec = line.getCommandSpec();
        if (!spec.optionsMap().containsKey("--help") && !spec.helpCommand()) {
            spec.addOption(help());
        }
        if (spec.parent() == null) {
            spec.addOption(version());
        }
        line.getSubcommands().values().forEach(CommandLines::withHelp);
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build();
    }

    private static OptionSpec version() {
        return OptionSpec.builder("--version")
                .versionHelp(true)
                .description("Show the version.")
                .build();
    }

    /// A command that only groups others says which there are, and that is wrong usage.
    private static int run(ParseResult parsed) {
        var asked = last(parsed);
        var isGroup =
                !(asked.userObject() instanceof Runnable)
                        && !(asked.userObject() instanceof Callable);
        if (isGroup && !helpAsked(parsed)) {
            throw new ParameterException(
                    asked.commandLine(), "Missing command: one of " + names(asked));
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static boolean helpAsked(ParseResult parsed) {
        for (ParseResult at = parsed;
                at != null;
                at = at.hasSubcommand() ? at.subcommand() : null) {
            if (at.isUsageHelpRequested() || at.isVersionHelpRequested()) {
                return true;
            }
        }
        return false;
    }

    private static CommandSpec last(ParseResult parsed) {
        var at = parsed;
        while (at.hasSubcommand()) {
            at = at.subcommand();
        }
        return at.commandSpec();
    }

    private static String names(CommandSpec group) {
        return String.join(
                ", ",
                group.subcommands().values().stream()
                        .filter(sub -> !sub.getCommandSpec().usageMessage().hidden())
                        .map(CommandLine::getCommandName)
                        .toList());
    }

    private static int wrongUsage(ParameterException wrong, String[] args) {
        var line = wrong.getCommandLine();
        say(
                line,
                wrong.getMessage()
                        + ". Try '"
                        + line.getCommandSpec().qualifiedName()
                        + " --help'.");
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static int failed(Exception failure, CommandLine line, ParseResult parsed) {
        if (failure instanceof Failure expected) {
            say(line, expected.getMessage());
            return expected.exitCode();
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DamagedException damaged) {
                var told =
                        Failure.check(
                                String.valueOf(damaged.getMessage()),
                                "Keep the file as it is, check --data, and put the last backup back with 'lanyard restore'");
                say(line, told.getMessage());
                return told.exitCode();
            }
        }
        say(line, unexpected(failure));
        if (System.getenv(TRACE) != null) {
            failure.printStackTrace(line.getErr());
        }
        return line.getCommandSpec().exitCodeOnExecutionException();
    }

    private static String unexpected(Exception failure) {
        return "Stopped by %s: %s. Set %s=1 and try again to see where."
                .formatted(failure.getClass().getSimpleName(), failure.getMessage(), TRACE);
    }

    private static void say(CommandLine line, @Nullable String message) {
        line.getErr()
                .println(
                        "lanyard: "
                                + String.valueOf(message).strip().replaceAll("\\s*\\R\\s*", " "));
        line.getErr().flush();
    }
}
