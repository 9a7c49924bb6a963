// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.file;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Bytes as text. Programs write UTF-8 with and without its mark, UTF-16, and the Windows alphabet
/// of Western Europe.
public final class Letters {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int LOOKED_AT = 4_000;
    private static final int AT_ONCE = 8_192;

    private final byte[] bytes;
    private final int start;
    private final Charset charset;

    private Letters(byte[] bytes, int start, Charset charset) {
        this.bytes = bytes;
        this.start = start;
        this.charset = charset;
    }

    static Letters of(byte[] bytes) {
        if (marked(bytes, 0xEF, 0xBB, 0xBF)) {
            return new Letters(bytes, 3, StandardCharsets.UTF_8);
        }
        if (marked(bytes, 0xFF, 0xFE)) {
            return new Letters(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (marked(bytes, 0xFE, 0xFF)) {
            return new Letters(bytes, 2, StandardCharsets.UTF_16BE);
        }
        return new Letters(bytes, 0, unmarked(bytes));
    }

    Reader reader() {
        return new InputStreamReader(
                new ByteArrayInputStream(bytes, start, bytes.length - start), charset);
    }

    String charset() {
        return charset.name();
    }

    private static boolean marked(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Charset unmarked(byte[] bytes) {
        int even = 0;
        int odd = 0;
        int looked = Math.min(bytes.length, LOOKED_AT);
        for (int i = 0; i < looked; i++) {
            if (bytes[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        if (odd > looked / 8) {
            return StandardCharsets.UTF_16LE;
        }
        if (even > looked / 8) {
            return StandardCharsets.UTF_16BE;
        }
        return isUtf8(bytes) ? StandardCharsets.UTF_8 : WINDOWS;
    }

    private static boolean isUtf8(byte[] bytes) {
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(AT_ONCE);
        while (true) {
            out.clear();
            var step = decoder.decode(in, out, true);
            if (step.isError()) {
                return false;
            }
            if (step.isUnderflow()) {
                return true;
            }
        }
    }
}
