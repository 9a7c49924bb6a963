// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.squid;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Collects answers to be written at once.
final class Replies {

    private byte[] bytes = new byte[1 << 16];
    private int length;

    void add(byte[] source, int from, int to) {
        room(to - from);
        System.arraycopy(source, from, bytes, length, to - from);
        length += to - from;
    }

    void add(byte[] all) {
        add(all, 0, all.length);
    }

    /// Writes a value that may hold anything as one word, with percent signs.
    void addEscaped(String value) {
        var utf8 = value.getBytes(StandardCharsets.UTF_8);
        room(3 * utf8.length);
        for (byte c : utf8) {
            boolean plain = c > ' ' && c < 127 && c != '%' && c != '"' && c != '\\' && c != '=';
            if (plain) {
                bytes[length++] = c;
            } else {
                bytes[length++] = '%';
                bytes[length++] = hex(c >> 4 & 15);
                bytes[length++] = hex(c & 15);
            }
        }
    }

    private static byte hex(int digit) {
        return (byte) (digit < 10 ? '0' + digit : 'A' + digit - 10);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    void writeTo(WritableByteChannel out) throws IOException {
        var all = ByteBuffer.wrap(bytes, 0, length);
        while (all.hasRemaining()) {
            out.write(all);
        }
        length = 0;
    }
}
