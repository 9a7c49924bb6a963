// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.detect;

import java.nio.charset.StandardCharsets;

/// Takes percent signs and pluses out of a part of an address, whatever is in it.
final class Percent {

    private Percent() {}

    static String decoded(String written) {
        var bytes = new byte[written.length()];
        int n = 0;
        for (int at = 0; at < written.length(); at++) {
            int c = written.charAt(at);
            if (c == '+') {
                c = ' ';
            } else if (c == '%' && at + 2 < written.length()) {
                int high = Character.digit(written.charAt(at + 1), 16);
                int low = Character.digit(written.charAt(at + 2), 16);
                if (high >= 0 && low >= 0) {
                    c = high * 16 + low;
                    at += 2;
                }
            }
            bytes[n++] = (byte) c;
        }
        return new String(bytes, 0, n, StandardCharsets.UTF_8);
    }
}
