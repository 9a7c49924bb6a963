// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.detect;

import java.nio.charset.StandardCharsets;

/// Text out of a log as it may be shown: nothing in it steers a terminal or turns a line round.
final class Shown {

    private Shown() {}

    static String text(byte[] bytes, int from, int to, int most) {
        int end = Math.min(to, from + most);
        var text = printable(new String(bytes, from, end - from, StandardCharsets.UTF_8));
        return end < to ? text + "…" : text;
    }

    static String printable(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) >= ' ' && text.charAt(at) < 127) {
            at++;
        }
        return at == text.length() ? text : text.replaceAll("\\p{C}", "\ufffd");
    }
}
