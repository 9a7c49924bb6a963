// SPDX-License-Identifier: Apache-2.0
package school.lanyard;

import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import school.lanyard.cli.BackupCommand;
import school.lanyard.cli.CommandLines;
import school.lanyard.cli.DemoCommand;
import school.lanyard.cli.FilterCommand;
import school.lanyard.cli.KeysCommand;
import school.lanyard.cli.LedgerCommand;
import school.lanyard.cli.MonitorCommand;
import school.lanyard.cli.PolicyCommand;
import school.lanyard.cli.RehearseCommand;
import school.lanyard.cli.RehearseServerCommand;
import school.lanyard.cli.RestoreCommand;
import school.lanyard.cli.ServeCommand;
import school.lanyard.cli.VersionFromJar;

/// The command line: one jar for every command. A command that needs no database never boots
/// Spring.
@Command(
        name = "lanyard",
        description = "Runs a school's online safety: the policy is the program.",
        versionProvider = VersionFromJar.class)
public final class Lanyard {

    private static final List<Class<?>> COMMANDS =
            List.of(
                    HelpCommand.class,
                    DemoCommand.class,
                    ServeCommand.class,
                    PolicyCommand.class,
                    FilterCommand.class,
                    MonitorCommand.class,
                    LedgerCommand.class,
                    BackupCommand.class,
                    RestoreCommand.class,
                    KeysCommand.class,
                    RehearseCommand.class,
                    RehearseServerCommand.class);

    /// They run or explain the others.
    private static final Set<String> NEED_ALL = Set.of("help", "rehearse-commands");

    private Lanyard() {}

    public static void main(String... args) {
        System.setProperty("logback.configurationFile", "logback-commands.xml");
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        System.exit(line(args).execute(args));
    }

    /// The command line that can run these arguments. Describing every command to the parser takes
    /// longer than a question to a policy, so where the first argument names a command, only that
    /// one is described.
    public static CommandLine line(String... args) {
        var first = args.length == 0 ? "" : args[0];
        var named = COMMANDS.stream().filter(command -> isCalled(command, first)).toList();
        return CommandLines.of(
                new Lanyard(),
                Server.class,
                named.isEmpty() || NEED_ALL.contains(first) ? COMMANDS : named);
    }

    private static boolean isCalled(Class<?> command, String name) {
        var described = command.getAnnotation(Command.class);
        return described != null && described.name().equals(name);
    }
}
