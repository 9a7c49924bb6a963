// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/// One file as it is sent, plain and compressed once.
@SuppressWarnings("ArrayRecordComponent") // never compared: identity is the file's name
record Asset(String type, byte[] plain, byte[] gzip) {

    static Asset css(String text) {
        return of("text/css;charset=UTF-8", text);
    }

    static Asset js(String text) {
        return of("text/javascript;charset=UTF-8", text.replaceAll("//# sourceMappingURL=.*", ""));
    }

    static Asset svg(String text) {
        return of("image/svg+xml", text);
    }

    private static Asset of(String type, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Asset(type, bytes, compress(bytes));
    }

    private static byte[] compress(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }
}
