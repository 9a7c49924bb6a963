// SPDX-License-Identifier: Apache-2.0
package school.lanyard.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/// The key that wraps each school's key. It lives in a file of its own, never in the database.
final class MasterKey {

    private MasterKey() {}

    /// Reads the master key, making it first if the file does not exist yet.
    static Aead at(Path file) {
        try {
            AeadConfig.register();
            if (!Files.exists(file)) {
                make(file);
            }
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the master key file cannot be read or made", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the master key cannot be made", e);
        }
    }

    /// Reads a master key from its text.
    static Aead parse(String text) {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeyset(
                            text, RegistryConfiguration.get(), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the master key is not a Tink AEAD keyset", e);
        }
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        var keyset =
                KeysetHandle.generateNew(
                        PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
        var text =
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        var draft =
                Files.createTempFile(
                        file.toAbsolutePath().getParent(),
                        "master",
                        ".new",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, text);
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException another) {
            // Another process made it between the check and here; theirs is the one to use.
        } finally {
            Files.delete(draft);
        }
    }
}
