// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.address;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Brings a host that is written in an unusual way (percent signs, full-width letters, another
/// alphabet) to the ASCII that a browser would send.
final class Spelling {

    private static final int LONGEST_WRITTEN = 3 * 4 * HostReader.LONGEST;

    private Spelling() {}

    /// The host in ASCII, or nothing where no browser would accept it.
    static byte @Nullable [] ascii(byte[] source, int from, int to) {
        if (to - from > LONGEST_WRITTEN) {
            return null;
        }
        var written = decoded(source, from, to);
        if (written == null) {
            return null;
        }
        var folded = folded(written);
        var ascii = new StringBuilder();
        for (var label : folded.split("\\.", -1)) {
            if (!ascii.isEmpty()) {
                ascii.append('.');
            }
            if (!Punycode.append(ascii, label)) {
                return null;
            }
        }
        return withoutTrailingDots(ascii).getBytes(StandardCharsets.US_ASCII);
    }

    private static String withoutTrailingDots(StringBuilder ascii) {
        int end = ascii.length();
        while (end > 0 && ascii.charAt(end - 1) == '.') {
            end--;
        }
        return ascii.substring(0, end);
    }

    /// Percent signs are taken out once; what still holds one afterwards is no host.
    private static @Nullable String decoded(byte[] source, int from, int to) {
        var bytes = new byte[to - from];
        int n = 0;
        for (int at = from; at < to; at++) {
            int c = source[at];
            if (c == '%') {
                int high = at + 2 < to ? Character.digit(source[at + 1], 16) : -1;
                int low = at + 2 < to ? Character.digit(source[at + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    return null;
                }
                c = high * 16 + low;
                at += 2;
            }
            bytes[n++] = (byte) c;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, n))
                    .toString();
        } catch (CharacterCodingException notText) {
            return null;
        }
    }

    /// As browsers do it (UTS 46, with `ß` kept): compatibility forms folded, case folded, what is
    /// invisible dropped, every full stop a dot.
    private static String folded(String written) {
        var visible = new StringBuilder(written.length());
        Normalizer.normalize(written, Normalizer.Form.NFKC)
                .codePoints()
                .map(c -> c == '\u3002' || c == '\uff61' ? '.' : c)
                .filter(c -> !invisible(c))
                .forEach(visible::appendCodePoint);
        var lower = visible.toString().toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Normalizer.Form.NFKC);
    }

    private static boolean invisible(int c) {
        return c == 0xad
                || c == 0x200b
                || c == 0x2060
                || c == 0x2064
                || c == 0xfeff
                || (c >= 0xfe00 && c <= 0xfe0f)
                || (c >= 0xe0100 && c <= 0xe01ef);
    }
}
