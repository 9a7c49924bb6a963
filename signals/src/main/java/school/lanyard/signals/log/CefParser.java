// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.log;

import java.nio.charset.StandardCharsets;

/// ArcSight's common event format: seven fields between bars, then `key=value` pairs, with
/// backslashes before what would be mistaken.
final class CefParser implements LogParser {

    static final byte[] START = "CEF:".getBytes(StandardCharsets.US_ASCII);
    private static final int BARS = 7;

    @Override
    public boolean parse(byte[] bytes, int from, int to, LogLine line) {
        line.start(bytes, from, to);
        int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
        int at = pairs(bytes, from, end);
        if (at < 0) {
            return false;
        }
        while (at < end) {
            int equals = Bytes.find(bytes, at, end, '=');
            if (equals == end) {
                break;
            }
            int next = valueEnd(bytes, equals + 1, end);
            pair(bytes, at, equals, next, line);
            at = next;
            while (at < end && bytes[at] == ' ') {
                at++;
            }
        }
        return line.urlTo > line.urlFrom && line.clientTo > line.clientFrom && line.at > 0;
    }

    /// Where the pairs start, after the seventh bar that is no part of a value.
    private static int pairs(byte[] bytes, int from, int end) {
        if (!Bytes.startsWith(bytes, from, end, START)) {
            return -1;
        }
        int bars = 0;
        for (int at = from; at < end; at++) {
            if (bytes[at] == '\\') {
                at++;
            } else if (bytes[at] == '|' && ++bars == BARS) {
                return at + 1;
            }
        }
        return -1;
    }

    /// A value may hold spaces: it ends before the word that stands before the next `=`.
    private static int valueEnd(byte[] bytes, int from, int end) {
        int space = -1;
        for (int at = from; at < end; at++) {
            if (bytes[at] == '\\') {
                at++;
            } else if (bytes[at] == ' ') {
                space = at;
            } else if (bytes[at] == '=' && space >= 0) {
                return space;
            }
        }
        return end;
    }

    private static void pair(byte[] bytes, int key, int equals, int end, LogLine line) {
        int value = equals + 1;
        switch (equals - key) {
            case 2 -> {
                if (is(bytes, key, "rt")) {
                    line.at = Times.millisOrDate(bytes, value, end);
                }
            }
            case 3 -> {
                if (is(bytes, key, "src")) {
                    line.clientFrom = value;
                    line.clientTo = end;
                } else if (is(bytes, key, "act")) {
                    line.denied = isDenied(bytes, value, end);
                } else if (is(bytes, key, "cat")) {
                    line.categoryFrom = value;
                    line.categoryTo = end;
                } else if (is(bytes, key, "end") && line.at == 0) {
                    line.at = Times.millisOrDate(bytes, value, end);
                }
            }
            case 5 -> {
                if (is(bytes, key, "suser")) {
                    line.userFrom = value;
                    line.userTo = end;
                } else if (is(bytes, key, "dhost") && line.urlTo == line.urlFrom) {
                    line.urlFrom = value;
                    line.urlTo = end;
                }
            }
            case 7 -> {
                if (is(bytes, key, "request")) {
                    url(bytes, value, end, line);
                }
            }
            default -> {}
        }
    }

    private static boolean is(byte[] bytes, int at, String key) {
        for (int i = 0; i < key.length(); i++) {
            if (bytes[at + i] != key.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDenied(byte[] bytes, int from, int to) {
        int first = from < to ? bytes[from] | 32 : 0;
        return first == 'b' || (first == 'd' && to - from > 1 && (bytes[from + 1] | 32) == 'e');
    }

    private static void url(byte[] bytes, int from, int to, LogLine line) {
        if (Bytes.find(bytes, from, to, '\\') == to) {
            line.urlBytes = bytes;
            line.urlFrom = from;
            line.urlTo = to;
            return;
        }
        var scratch = line.scratch();
        int n = 0;
        for (int at = from; at < to && n < scratch.length - 8; at++) {
            at += bytes[at] == '\\' && at + 1 < to ? 1 : 0;
            scratch[n++] = bytes[at];
        }
        line.urlBytes = scratch;
        line.urlFrom = 0;
        line.urlTo = n;
    }
}
