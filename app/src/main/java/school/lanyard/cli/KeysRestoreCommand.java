// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import school.lanyard.database.DataHome;
import school.lanyard.sealing.KeyBackup;
import school.lanyard.sealing.Passphrase;

/// Puts backed up keys back.
@Command(
        name = "restore",
        description =
                "Add the keys of a backup to the key store. A key that was destroyed stays destroyed. The server must be"
                        + " stopped.")
public final class KeysRestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A file that 'lanyard keys backup' made.")
    private Path file = Path.of("keys.backup");

    @Mixin private DataOptions data = new DataOptions();

    @Mixin private MasterKeyOption masterKey = new MasterKeyOption();

    @Mixin private PassphraseOption passphrase = new PassphraseOption();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        FileChecks.mustBeReadable(file);
        var secret = passphrase.known();
        var home = data.home(masterKey.file);
        try (var _ = home.lockDirectory()) {
            show(KeyBackup.restore(file, secret, home.keyStoreFile(), home.masterKeyFile()), home);
            return 0;
        } catch (DataHome.InUseException inUse) {
            throw DataOptions.inUse(inUse);
        } catch (Passphrase.NotABackupException wrong) {
            throw Failure.usage(
                    file + " is not a backup of keys", "Name one that 'lanyard keys backup' made");
        } catch (Passphrase.WrongException wrong) {
            throw Failure.check(
                    "The passphrase does not open %s, or the file was changed".formatted(file),
                    "Try the passphrase again; nothing was changed");
        } catch (KeyBackup.MismatchException wrong) {
            throw Failure.check(
                    "%s does not belong here: %s".formatted(file, wrong.getMessage()),
                    "Nothing was changed; check --data and --master-key");
        }
    }

    private void show(KeyBackup.Restored restored, DataHome home) {
        var out = spec.commandLine().getOut();
        out.printf("Added %d keys.%n", restored.added());
        if (restored.keptDestroyed() > 0) {
            out.printf(
                    "%d keys were destroyed since the backup and stay destroyed.%n",
                    restored.keptDestroyed());
        }
        if (restored.destroyed() > 0) {
            out.printf(
                    "%d keys are destroyed in the backup and are destroyed here now.%n",
                    restored.destroyed());
        }
        if (restored.masterKey()) {
            out.printf("Put the master key at %s.%n", home.masterKeyFile());
        }
        out.flush();
    }
}
