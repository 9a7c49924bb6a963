// SPDX-License-Identifier: Apache-2.0
package school.lanyard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import school.lanyard.cli.RosterCommand;
import school.lanyard.cli.ServeCommand;
import school.lanyard.cli.Shortcut;
import school.lanyard.cli.VersionFromJar;

/// The command line: one jar for every command. A command that needs no database never boots
/// Spring.
@Command(
        name = "lanyard",
        description = "Runs a school's online safety: the policy is the program.",
        versionProvider = VersionFromJar.class)
public final class Lanyard {

    /// They run or explain the others.
    private static final Set<String> NEED_ALL = Set.of("help", "rehearse-commands");

    private Lanyard() {}

    public static void main(String... args) {
        System.setProperty("logback.configurationFile", "logback-commands.xml");
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        if (args.length > 0 && args[0].equals("policy")) {
            logNothing();
        }
        var said = Shortcut.answers(args);
        System.exit(said.isPresent() ? said.getAsInt() : line(args).execute(args));
    }

    /// What reads a policy says everything itself, and setting up a log takes as long as a
    /// question.
    private static void logNothing() {
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "WARN");
    }

    /// The command line that can run these arguments. Where the first names a command, only that
    /// one is described to the parser.
    public static CommandLine line(String... args) {
        var first = args.length == 0 ? "" : args[0];
        var commands = commands();
        var named = commands.get(first);
        return CommandLines.of(
                new Lanyard(),
                Server.class,
                named == null || NEED_ALL.contains(first)
                        ? List.copyOf(commands.values())
                        : List.of(named));
    }

    private static Map<String, Class<?>> commands() {
        var commands = new LinkedHashMap<String, Class<?>>();
        commands.put("help", HelpCommand.class);
        commands.put("demo", DemoCommand.class);
        commands.put("serve", ServeCommand.class);
        commands.put("policy", PolicyCommand.class);
        commands.put("filter", FilterCommand.class);
        commands.put("monitor", MonitorCommand.class);
        commands.put("roster", RosterCommand.class);
        commands.put("ledger", LedgerCommand.class);
        commands.put("backup", BackupCommand.class);
        commands.put("restore", RestoreCommand.class);
        commands.put("keys", KeysCommand.class);
        commands.put("rehearse-commands", RehearseCommand.class);
        commands.put("rehearse-server", RehearseServerCommand.class);
        return commands;
    }
}
