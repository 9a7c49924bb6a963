// SPDX-License-Identifier: Apache-2.0
package school.lanyard.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import school.lanyard.database.DataHome;
import school.lanyard.sealing.KeyBackup;

/// Copies the wrapped keys to one file under a passphrase.
@Command(
        name = "backup",
        description =
                "Copy the wrapped keys to one file under a passphrase, also while the server runs. Keep it apart from the"
                        + " records, for 35 days and no longer.")
public final class KeysBackupCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            description = "The file to make. One that exists is never replaced.")
    private Path file = Path.of("keys.backup");

    @Mixin private DataOptions data = new DataOptions();

    @Mixin private MasterKeyOption masterKey = new MasterKeyOption();

    @Mixin private PassphraseOption passphrase = new PassphraseOption();

    @Option(
            names = "--with-master-key",
            description =
                    "Put the master key in as well. Whoever has this file, its passphrase and the records can then read"
                            + " everything.")
    private boolean withMasterKey;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        FileChecks.mustBeNew(file);
        var store = data.directory.resolve("keys/keys.db");
        if (!Files.isRegularFile(store)) {
            throw Failure.usage(
                    "There is no key store at " + store,
                    "Name the data directory of an installation with --data");
        }
        var home = data.home(masterKey.file);
        if (withMasterKey) {
            FileChecks.mustBeReadable(home.masterKeyFile());
            warn();
        }
        try {
            show(take(home));
            return 0;
        } catch (FileAlreadyExistsException exists) {
            throw FileChecks.exists(file);
        } catch (IOException failure) {
            throw Failure.check(
                    "The keys could not be written: " + failure.getMessage(),
                    "Check the directory's owner and room");
        }
    }

    private KeyBackup.Taken take(DataHome home) throws IOException {
        return KeyBackup.take(
                home.keyStoreFile(),
                withMasterKey ? home.masterKeyFile() : null,
                passphrase.chosen(),
                file);
    }

    private void warn() {
        var err = spec.commandLine().getErr();
        err.println(
                "lanyard: this file will open everything for whoever has it, its passphrase and the records. Keep the"
                        + " three apart.");
        err.flush();
    }

    private void show(KeyBackup.Taken taken) {
        var out = spec.commandLine().getOut();
        out.printf(
                "Backed up %d keys to %s, %s the master key; %d more are destroyed and stay so.%n",
                taken.keys(), file, taken.masterKey() ? "with" : "without", taken.destroyed());
        out.flush();
    }
}
