// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import school.lanyard.backup.Backup;
import school.lanyard.ledger.Proof;

/// Copies the records to one file.
@Command(
        name = "backup",
        description =
                "Copy the records to one file, also while the server runs. Keys are not in it: see 'lanyard keys backup'.",
        footer = {"", "Exit code: 0 done, 1 not done or a ledger is broken, 2 wrong usage."})
public final class BackupCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            description = "The file to make. One that exists is never replaced.")
    private Path file = Path.of("records.backup");

    @Mixin private DataOptions data = new DataOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var place = data.existing();
        FileChecks.mustBeNew(file);
        try {
            var at = Clock.systemUTC().instant();
            var backup = Backup.take(place, file, VersionFromJar.number(), at);
            note(backup, at);
            show(backup);
            return 0;
        } catch (FileAlreadyExistsException exists) {
            throw FileChecks.exists(file);
        } catch (IOException failure) {
            throw Failure.check(
                    "The backup could not be written: " + failure.getMessage(),
                    "Check the directory's owner and room");
        }
    }

    /// The backup is there, whether or not it can be noted.
    private void note(Backup backup, Instant at) {
        if (!Files.isDirectory(data.directory)) {
            return;
        }
        try {
            backup.note(data.home(null), at);
        } catch (IOException | RuntimeException unwritten) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "The backup could not be noted beside the records: the assurance page will"
                                    + " not know of it.");
        }
    }

    private void show(Backup backup) {
        var out = spec.commandLine().getOut();
        backup.ledgers().forEach(proof -> LedgerVerifyCommand.show(out, proof));
        out.printf("Backed up to %s: %,d bytes.%n", file, backup.bytes());
        out.flush();
        if (!backup.ledgers().stream().allMatch(Proof::whole)) {
            throw Failure.check(
                    "The backup was made, but the ledger in it is broken, as it is in the records",
                    "Keep this machine as it is, tell the safeguarding lead, and keep earlier backups");
        }
    }
}
