// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Runs other commands and throws their answers away, so that the launcher can record which classes
/// they need and start them faster afterwards.
@Command(
        name = "rehearse-commands",
        hidden = true,
        description =
                "Run commands without showing their answers: the launcher's way to make later"
                        + " starts quick.")
public final class RehearseCommand implements Runnable {

    @Parameters(
            arity = "1..*",
            paramLabel = "COMMAND",
            description = "A whole command line, in one argument.")
    private List<String> commands = List.of();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        var out = System.out;
        try (var nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            System.setOut(nowhere);
            commands.forEach(this::rehearse);
        } finally {
            System.setOut(out);
        }
    }

    /// How it ends does not matter: a pack with a fault in it teaches as much as a sound one.
    private void rehearse(String command) {
        var args = command.split(" ");
        if (Shortcut.answers(args).isEmpty()) {
            spec.root().commandLine().execute(args);
        }
    }
}
