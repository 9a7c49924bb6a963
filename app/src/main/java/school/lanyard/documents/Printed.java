// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import school.lanyard.core.digest.Sha256;

/// A paper as it is sent.
///
/// @param gzip the same compressed; what is compressed already, such as PDF, stays as it is
/// @param mark changes with the content
@SuppressWarnings("ArrayRecordComponent") // never compared: identity is its address
public record Printed(String type, byte[] plain, byte[] gzip, String mark) {

    public static Printed html(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Printed("text/html;charset=UTF-8", bytes, compressed(bytes), mark(bytes));
    }

    public static Printed pdf(byte[] bytes) {
        return new Printed("application/pdf", bytes, bytes, mark(bytes));
    }

    private static String mark(byte[] bytes) {
        return Sha256.hex(bytes).substring(0, 24);
    }

    private static byte[] compressed(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }
}
