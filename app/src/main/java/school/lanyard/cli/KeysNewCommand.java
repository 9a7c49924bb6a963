// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import school.lanyard.sealing.NewMasterKey;

/// Makes the master key of a new installation.
@Command(
        name = "new",
        description = "Make the master key of a new installation, readable by its owner alone.")
public final class KeysNewCommand implements Runnable {

    @Parameters(
            paramLabel = "FILE",
            description = "Where to put it. A file that exists is never replaced.")
    private Path file = Path.of("master-key.json");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        var place = file.toAbsolutePath();
        var directory = place.getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw Failure.usage(
                    "There is no directory " + directory, "Make it first, for its owner alone");
        }
        try {
            NewMasterKey.at(place);
        } catch (FileAlreadyExistsException exists) {
            throw Failure.usage(
                    "There is something at " + place + " already",
                    "Keep it: a key that is replaced loses every record sealed under it");
        } catch (IOException failure) {
            throw Failure.check(
                    "The key could not be written: " + failure.getMessage(),
                    "Check the directory's owner and room");
        }
        var out = spec.commandLine().getOut();
        out.println(
                "Made "
                        + place
                        + ". Copy it to a safe off this machine: without it no record can be read again.");
        out.flush();
    }
}
