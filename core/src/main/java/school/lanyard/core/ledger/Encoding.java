// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.ledger;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.digest.Sha256;

/// The bytes that are hashed, version 1. Every text goes in with its length before it, so that no
/// two entries share an encoding:
///
/// ```
/// version      1 byte, 01
/// previous     32 bytes
/// school       text = length in bytes of its UTF-8 (4 bytes, big-endian), then those bytes
/// sequence     8 bytes, big-endian
/// id           text
/// at           8 bytes, big-endian
/// actor        text
/// action       text
/// subjects     how many (4 bytes, big-endian), then each as text
/// key id       00, or 01 and a text
/// ciphertext   00, or 01 and the 32 bytes of its SHA-256
/// ```
///
/// A later version gets a new first byte and a class of its own; this one never changes.
final class Encoding {
    private static final int VERSION = 1;

    private Encoding() {}

    static byte[] hash(byte[] previous, Entry entry) {
        var digest = Sha256.begin();
        try (var out =
                new DataOutputStream(
                        new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            out.writeByte(VERSION);
            out.write(previous);
            write(out, entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digest.digest();
    }

    private static void write(DataOutputStream out, Entry entry) throws IOException {
        text(out, entry.school());
        out.writeLong(entry.sequence());
        text(out, entry.id());
        out.writeLong(entry.at());
        text(out, entry.actor());
        text(out, entry.action());
        out.writeInt(entry.subjects().size());
        for (var subject : entry.subjects()) {
            text(out, subject);
        }
        optionalText(out, entry.keyId());
        optionalDigest(out, entry.ciphertext());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        var utf8 = utf8(text);
        out.writeInt(utf8.remaining());
        out.write(utf8.array(), utf8.arrayOffset() + utf8.position(), utf8.remaining());
    }

    private static void optionalText(DataOutputStream out, @Nullable String text)
            throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            text(out, text);
        }
    }

    private static void optionalDigest(DataOutputStream out, @Nullable Ciphertext sealed)
            throws IOException {
        out.writeBoolean(sealed != null);
        if (sealed != null) {
            out.write(sealed.sha256());
        }
    }

    /// Strict, because the ordinary conversion turns half a surrogate pair into a question mark:
    /// two texts, one hash.
    private static ByteBuffer utf8(String text) {
        try {
            return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "a ledger entry holds text that has no UTF-8 form", e);
        }
    }
}
