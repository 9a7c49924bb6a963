// SPDX-License-Identifier: Apache-2.0
package school.lanyard.sealing;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import school.lanyard.database.PrivateFile;
import school.lanyard.sealing.KeyStore.Kept;

/// Copies the key store to one file under a passphrase, and back. What was destroyed in either
/// stays destroyed: a backup is never a way round a disposal.
public final class KeyBackup {

    /// How many keys a backup holds.
    public record Taken(int keys, int destroyed, boolean masterKey) {}

    /// What a restore did.
    ///
    /// @param added keys that this store did not have
    /// @param keptDestroyed keys that open in the backup and were destroyed here since
    /// @param destroyed keys that opened here and are destroyed in the backup
    public record Restored(int added, int keptDestroyed, int destroyed, boolean masterKey) {}

    /// The backup and what is here do not belong together; nothing was changed.
    public static final class MismatchException extends RuntimeException {
        private static final long serialVersionUID = 1;

        MismatchException(String message) {
            super(message);
        }
    }

    private KeyBackup() {}

    /// Writes the backup, also while a server uses the store.
    ///
    /// @param masterKey the master key's file if it is to be in the backup as well
    public static Taken take(
            Path keyStore, @Nullable Path masterKey, char[] passphrase, Path target)
            throws IOException {
        List<Kept> keys;
        try (var store = KeyStore.at(keyStore)) {
            keys = store.everything();
        }
        var master = masterKey == null ? null : Files.readString(masterKey);
        PrivateFile.write(target, Passphrase.seal(new KeyBundle(keys, master).bytes(), passphrase));
        var destroyed = (int) keys.stream().filter(key -> key.wrapped() == null).count();
        return new Taken(keys.size() - destroyed, destroyed, master != null);
    }

    /// Adds the keys of a backup to the store. Nobody may have the store open.
    ///
    /// @throws Passphrase.WrongException if the passphrase does not open the backup
    /// @throws MismatchException if the backup is another installation's
    public static Restored restore(Path backup, char[] passphrase, Path keyStore, Path masterKey)
            throws IOException {
        var bundle = KeyBundle.read(Passphrase.open(Files.readAllBytes(backup), passphrase));
        var putMaster = checkMaster(bundle, masterKey);
        checkOpens(bundle, masterKey);
        try (var store = KeyStore.at(keyStore)) {
            var merged = store.merge(bundle.keys());
            var master = bundle.master();
            if (putMaster && master != null) {
                PrivateFile.write(masterKey, master.getBytes(StandardCharsets.UTF_8));
            }
            return new Restored(
                    merged.added(), merged.keptDestroyed(), merged.destroyed(), putMaster);
        }
    }

    private static boolean checkMaster(KeyBundle bundle, Path masterKey) throws IOException {
        if (bundle.master() == null) {
            return false;
        }
        if (!Files.exists(masterKey)) {
            return true;
        }
        if (!Files.readString(masterKey).equals(bundle.master())) {
            throw new MismatchException("there is another master key at " + masterKey);
        }
        return false;
    }

    /// With the master key at hand, the schools' keys must open under it.
    private static void checkOpens(KeyBundle bundle, Path masterKey) throws IOException {
        var text = bundle.master();
        if (text == null && !Files.exists(masterKey)) {
            return;
        }
        var master = MasterKey.parse(text == null ? Files.readString(masterKey) : text);
        for (var key : bundle.keys()) {
            if (key.kind().equals(KeyKind.SCHOOL.stored()) && key.wrapped() != null) {
                checkOpens(master, key);
            }
        }
    }

    private static void checkOpens(Aead master, Kept key) {
        try {
            master.decrypt(
                    key.wrapped(), ("school:" + key.school()).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new MismatchException("the master key here does not open the keys in the backup");
        }
    }
}
