// SPDX-License-Identifier: Apache-2.0
package school.lanyard.sealing;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Seals bytes under a passphrase: Argon2id makes the key, AES-256-GCM seals. What was chosen for
/// Argon2id stands in a header of 45 bytes that is sealed in as well, so that it can be made
/// stronger later and old files still open:
///
/// ```
/// name         17 bytes, "lanyard-keys-v1" or "lanyard-bundle-1" and a line end, padded by 00
/// memory       4 bytes, big-endian, in KiB
/// passes       4 bytes
/// lanes        4 bytes
/// salt         16 bytes
/// ```
public final class Passphrase {

    private static final int NAMED = 17;
    private static final int SALT = 16;
    private static final int HEADER = NAMED + 3 * Integer.BYTES + SALT;
    private static final int KEY = 32;

    private static final int MEMORY_KIB = 64 * 1024;
    private static final int PASSES = 3;
    private static final int LANES = 4;

    /// A file from elsewhere may not ask for all the memory that there is.
    private static final int MOST_MEMORY_KIB = 256 * 1024;

    private static final int MOST_PASSES = 20;

    /// The passphrase is another one, or the file was changed: one cannot be told from the other.
    public static final class WrongException extends RuntimeException {
        private static final long serialVersionUID = 1;

        WrongException() {
            super("the passphrase does not open this file, or the file was changed");
        }
    }

    /// Not a file that this class wrote.
    public static final class NotABackupException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public NotABackupException() {
            super("this is not a file that Lanyard sealed for this use");
        }
    }

    /// What a file is, as its first bytes say: one that is made for one use opens for no other.
    enum Use {
        KEYS("lanyard-keys-v1\n"),
        TRANSFER("lanyard-bundle-1\n");

        private final String name;

        Use(String name) {
            this.name = name;
        }

        private byte[] start() {
            return Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), NAMED);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Header(Use use, int memory, int passes, int lanes, byte[] salt) {

        byte[] bytes() {
            return ByteBuffer.allocate(HEADER)
                    .put(use.start())
                    .putInt(memory)
                    .putInt(passes)
                    .putInt(lanes)
                    .put(salt)
                    .array();
        }

        static Header read(Use use, byte[] file) {
            var in = ByteBuffer.wrap(file);
            var name = new byte[NAMED];
            if (file.length < HEADER) {
                throw new NotABackupException();
            }
            in.get(name);
            var header = new Header(use, in.getInt(), in.getInt(), in.getInt(), new byte[SALT]);
            in.get(header.salt);
            if (!Arrays.equals(name, use.start()) || !header.isBearable()) {
                throw new NotABackupException();
            }
            return header;
        }

        private boolean isBearable() {
            return lanes > 0
                    && lanes <= 16
                    && memory >= 8 * lanes
                    && memory <= MOST_MEMORY_KIB
                    && passes > 0
                    && passes <= MOST_PASSES;
        }
    }

    private Passphrase() {}

    static byte[] seal(byte[] content, char[] passphrase) {
        return seal(Use.KEYS, content, passphrase);
    }

    static byte[] open(byte[] file, char[] passphrase) {
        return open(Use.KEYS, file, passphrase);
    }

    /// Seals a bundle for another school.
    public static byte[] sealBundle(byte[] content, char[] passphrase) {
        return seal(Use.TRANSFER, content, passphrase);
    }

    /// Opens what {@link #sealBundle} sealed.
    public static byte[] openBundle(byte[] file, char[] passphrase) {
        return open(Use.TRANSFER, file, passphrase);
    }

    private static byte[] seal(Use use, byte[] content, char[] passphrase) {
        var header = new Header(use, MEMORY_KIB, PASSES, LANES, Random.randBytes(SALT));
        try {
            var sealed = cipher(header, passphrase).encrypt(content, header.bytes());
            return ByteBuffer.allocate(HEADER + sealed.length)
                    .put(header.bytes())
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    private static byte[] open(Use use, byte[] file, char[] passphrase) {
        var header = Header.read(use, file);
        var sealed = Arrays.copyOfRange(file, HEADER, file.length);
        try {
            return cipher(header, passphrase).decrypt(sealed, header.bytes());
        } catch (GeneralSecurityException e) {
            throw new WrongException();
        }
    }

    private static AesGcmJce cipher(Header header, char[] passphrase)
            throws GeneralSecurityException {
        var argon = new Argon2BytesGenerator();
        argon.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(header.memory)
                        .withIterations(header.passes)
                        .withParallelism(header.lanes)
                        .withSalt(header.salt)
                        .build());
        var encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(passphrase));
        var secret = new byte[encoded.remaining()];
        encoded.get(secret);
        var key = new byte[KEY];
        argon.generateBytes(secret, key);
        Arrays.fill(secret, (byte) 0);
        encoded.clear();
        while (encoded.hasRemaining()) {
            encoded.put((byte) 0);
        }
        return new AesGcmJce(key);
    }
}
