// SPDX-License-Identifier: Apache-2.0
package school.lanyard;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import school.lanyard.cli.BackupCommand;
import school.lanyard.cli.CommandLines;
import school.lanyard.cli.DemoCommand;
import school.lanyard.cli.KeysCommand;
import school.lanyard.cli.LedgerCommand;
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
        versionProvider = VersionFromJar.class,
        subcommands = {
            HelpCommand.class,
            DemoCommand.class,
            ServeCommand.class,
            PolicyCommand.class,
            LedgerCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            KeysCommand.class,
            RehearseCommand.class,
            RehearseServerCommand.class
        })
public final class Lanyard {

    private Lanyard() {}

    public static void main(String... args) {
        System.setProperty("logback.configurationFile", "logback-commands.xml");
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        System.exit(CommandLines.of(new Lanyard(), Server.class).execute(args));
    }
}
