// SPDX-License-Identifier: Apache-2.0
package school.lanyard.sealing;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.subtle.X25519;
import com.google.crypto.tink.util.Bytes;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// Seals bytes for whoever holds the private part of a key pair: HPKE (RFC 9180) with X25519,
/// HKDF-SHA256 and AES-256-GCM. The first 17 bytes name the file and are sealed in as well.
public final class SealedFor {

    private static final byte[] NAME = "lanyard-bundle-p\n".getBytes(StandardCharsets.US_ASCII);
    private static final String START = "lanyard-school-key-1.";

    /// A key pair: the public part to give away, the private one to be sealed at once.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Pair(String publicKey, byte[] privateKey) {
        @Override
        public String toString() {
            return "Pair";
        }
    }

    private static final HpkeParameters PARAMETERS = parameters();

    private SealedFor() {}

    private static HpkeParameters parameters() {
        try {
            HybridConfig.register();
            return HpkeParameters.builder()
                    .setVariant(HpkeParameters.Variant.NO_PREFIX)
                    .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                    .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                    .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("hybrid encryption is not there", e);
        }
    }

    public static Pair newPair() {
        try {
            var secret = X25519.generatePrivateKey();
            return new Pair(
                    START
                            + Base64.getUrlEncoder()
                                    .withoutPadding()
                                    .encodeToString(X25519.publicFromPrivate(secret)),
                    secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key pair cannot be made", e);
        }
    }

    /// Whether a text is the public part of a pair.
    public static boolean isPublicKey(String text) {
        return receiver(text).isPresent();
    }

    /// Seals something for whoever holds the private part.
    ///
    /// @throws IllegalArgumentException if it is no public key
    public static byte[] seal(byte[] content, String publicKey) {
        try {
            var receiver =
                    receiver(publicKey)
                            .orElseThrow(() -> new IllegalArgumentException("no public key"));
            var sealed =
                    handle(receiver)
                            .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
                            .encrypt(content, NAME);
            return ByteBuffer.allocate(NAME.length + sealed.length).put(NAME).put(sealed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /// Whether a file says that it is sealed for a key pair.
    public static boolean isSealed(byte[] file) {
        return file.length > NAME.length
                && Arrays.equals(file, 0, NAME.length, NAME, 0, NAME.length);
    }

    /// What {@link #seal} sealed for this pair; nothing where it was for another, or changed.
    @AccessesPartialKey
    public static Optional<byte[]> open(byte[] file, byte[] privateKey) {
        try {
            var own =
                    HpkePrivateKey.create(
                            publicKey(X25519.publicFromPrivate(privateKey)),
                            SecretBytes.copyFrom(privateKey, InsecureSecretKeyAccess.get()));
            return Optional.of(
                    handle(own)
                            .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)
                            .decrypt(Arrays.copyOfRange(file, NAME.length, file.length), NAME));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static Optional<HpkePublicKey> receiver(String text) {
        var stripped = text.strip();
        if (!stripped.startsWith(START) || stripped.length() > START.length() + 44) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(stripped.substring(START.length()));
            return bytes.length == 32 ? Optional.of(publicKey(bytes)) : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @AccessesPartialKey
    private static HpkePublicKey publicKey(byte[] bytes) throws GeneralSecurityException {
        return HpkePublicKey.create(PARAMETERS, Bytes.copyFrom(bytes), null);
    }

    private static KeysetHandle handle(Key key) throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                .build();
    }
}
