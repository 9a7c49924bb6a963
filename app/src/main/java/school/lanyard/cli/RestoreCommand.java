// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import school.lanyard.backup.NotABackupException;
import school.lanyard.backup.Restore;
import school.lanyard.database.DataHome;
import school.lanyard.ledger.Proof;

/// Puts the records of a backup back.
@Command(
        name = "restore",
        description =
                "Put the records of a backup back: into an empty data directory, or with --replace. The server must be"
                        + " stopped.",
        footer = {"", "Exit code: 0 done, 1 not done or a ledger is broken, 2 wrong usage."})
public final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A file that 'lanyard backup' made.")
    private Path file = Path.of("records.backup");

    @Mixin private DataOptions data = new DataOptions();

    @Option(
            names = "--replace",
            description = "Put the records that are there aside and these in their place.")
    private boolean replace;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        FileChecks.mustBeReadable(file);
        data.place();
        try {
            show(Restore.from(file, data.home(null), replace, Clock.systemUTC().instant()));
            return 0;
        } catch (NotABackupException wrong) {
            throw Failure.check(
                    "%s cannot be restored: %s".formatted(file, wrong.getMessage()),
                    "Nothing was changed; try an earlier backup");
        } catch (Restore.OccupiedException occupied) {
            throw Failure.usage(
                    "There are records already",
                    "Use --replace to put them aside, or name an empty data directory with --data");
        } catch (DataHome.InUseException inUse) {
            throw DataOptions.inUse(inUse);
        }
    }

    private void show(Restore restored) {
        var out = spec.commandLine().getOut();
        restored.ledgers().forEach(proof -> LedgerVerifyCommand.show(out, proof));
        line(restored.aside(), "The records from before are in %s.");
        if (restored.disposed() > 0) {
            out.printf(
                    "What %d destroyed keys sealed was disposed of and stays unreadable.%n",
                    restored.disposed());
        }
        if (restored.missing() > 0) {
            out.printf(
                    "%d keys are not in this key store. Run 'lanyard keys restore' before the server starts.%n",
                    restored.missing());
        }
        out.println("Restored.");
        out.flush();
        if (!restored.ledgers().stream().allMatch(Proof::whole)) {
            throw Failure.check(
                    "The records were restored, but their ledger was broken when they were backed up",
                    "Tell the safeguarding lead, and compare with an earlier backup");
        }
    }

    private void line(@Nullable String what, String sentence) {
        if (what != null) {
            spec.commandLine().getOut().println(sentence.formatted(what));
        }
    }
}
