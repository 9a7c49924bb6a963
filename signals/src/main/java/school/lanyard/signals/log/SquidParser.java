// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.log;

import java.nio.charset.StandardCharsets;

/// Squid's native format: `time.ms elapsed client code/status bytes method URL user peer type`.
final class SquidParser implements LogParser {

    private static final byte[] DENIED = "TCP_DENIED".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NONE_DENIED = "NONE_DENIED".getBytes(StandardCharsets.US_ASCII);

    @Override
    public boolean parse(byte[] bytes, int from, int to, LogLine line) {
        line.start(bytes, from, to);
        int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
        int at = time(bytes, from, end, line);
        if (at < 0) {
            return false;
        }
        at = skipSpaces(bytes, at, end);
        int next = Bytes.space(bytes, at, end);
        if (!isElapsed(bytes, at, next)) {
            return false;
        }
        line.clientFrom = next + 1;
        line.clientTo = Bytes.space(bytes, next + 1, end);
        int code = line.clientTo + 1;
        int size = Bytes.space(bytes, code, end) + 1;
        if (size > end || !result(bytes, code, size - 1, line)) {
            return false;
        }
        int method = Bytes.space(bytes, size, end) + 1;
        if (method > end || Bytes.number(bytes, size, method - 1) < 0) {
            return false;
        }
        line.urlFrom = Bytes.space(bytes, method, end) + 1;
        line.urlTo = Bytes.space(bytes, line.urlFrom, end);
        line.userFrom = line.urlTo + 1;
        line.userTo = Bytes.space(bytes, line.userFrom, end);
        int peer = line.userTo + 1;
        int type = Bytes.space(bytes, peer, end) + 1;
        return line.clientTo > line.clientFrom
                && line.urlTo > line.urlFrom
                && line.userTo > line.userFrom
                && peer < type
                && type < end
                && Bytes.space(bytes, type, end) == end;
    }

    /// Ten digits, a dot and three digits, as Squid has written since 2001 and will until 2286.
    private static int time(byte[] bytes, int from, int end, LogLine line) {
        if (end - from < 20 || bytes[from + 10] != '.' || bytes[from + 14] != ' ') {
            return -1;
        }
        long seconds = Bytes.number(bytes, from, from + 10);
        long millis = Bytes.number(bytes, from + 11, from + 14);
        line.at = seconds * 1000 + millis;
        return seconds < 0 || millis < 0 ? -1 : from + 14;
    }

    private static int skipSpaces(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] == ' ') {
            at++;
        }
        return at;
    }

    /// A clock that was set back makes it negative.
    private static boolean isElapsed(byte[] bytes, int from, int to) {
        int digits = from < to && bytes[from] == '-' ? from + 1 : from;
        return Bytes.number(bytes, digits, to) >= 0;
    }

    private static boolean result(byte[] bytes, int from, int to, LogLine line) {
        int slash = to - 1;
        while (slash > from && bytes[slash] != '/') {
            slash--;
        }
        long status = Bytes.number(bytes, slash + 1, to);
        if (slash == from || status < 0 || status > 999) {
            return false;
        }
        line.status = (int) status;
        line.denied =
                Bytes.startsWith(bytes, from, slash, DENIED)
                        || Bytes.startsWith(bytes, from, slash, NONE_DENIED);
        return true;
    }
}
