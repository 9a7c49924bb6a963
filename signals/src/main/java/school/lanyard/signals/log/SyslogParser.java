// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.log;

/// RFC 5424: a header around a line of another format, with or without the length before it that
/// RFC 5425 counts.
final class SyslogParser implements LogParser {

    private static final int HEADER_FIELDS = 6;

    private final LogParser inside;

    SyslogParser(LogParser inside) {
        this.inside = inside;
    }

    @Override
    public boolean parse(byte[] bytes, int from, int to, LogLine line) {
        line.start(bytes, from, to);
        int start = priority(bytes, from, to);
        if (start < 0) {
            return false;
        }
        int at = start;
        int time = at;
        for (int field = 0; field < HEADER_FIELDS; field++) {
            int space = Bytes.space(bytes, at, to);
            if (space == to) {
                return false;
            }
            time = field == 1 ? at : time;
            at = space + 1;
        }
        at = afterData(bytes, at, to);
        if (at < 0 || !inside.parse(bytes, at, to, line)) {
            return inheritTime(bytes, from, time, to, at, line);
        }
        line.from = from;
        return true;
    }

    /// A message that has everything but a time takes the header's.
    private static boolean inheritTime(
            byte[] bytes, int from, int time, int to, int at, LogLine line) {
        boolean allButTime =
                at >= 0
                        && line.at == 0
                        && line.urlTo > line.urlFrom
                        && line.clientTo > line.clientFrom;
        if (allButTime) {
            line.at = Times.date(bytes, time, Bytes.space(bytes, time, to));
            line.from = from;
        }
        return allButTime && line.at > 0;
    }

    /// Where the header starts after `<134>1 `, or -1.
    private static int priority(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9' && at - from < 9) {
            at++;
        }
        at += at > from && at < to && bytes[at] == ' ' ? 1 : 0;
        if (at >= to || bytes[at] != '<') {
            return -1;
        }
        int close = Bytes.find(bytes, at, Math.min(to, at + 5), '>');
        boolean version =
                close + 2 < to
                        && bytes[close] == '>'
                        && bytes[close + 1] == '1'
                        && bytes[close + 2] == ' ';
        return version && Bytes.number(bytes, at + 1, close) >= 0 ? close + 1 : -1;
    }

    /// Where the message starts: after `-` or after `[…]`, in which a quoted `]` is escaped.
    private static int afterData(byte[] bytes, int from, int to) {
        int at = from;
        if (at < to && bytes[at] == '-') {
            at++;
        } else {
            while (at < to && bytes[at] == '[') {
                at = afterElement(bytes, at, to);
            }
        }
        boolean any = at > from && at < to && bytes[at] == ' ';
        at++;
        boolean mark = at + 2 < to && bytes[at] == (byte) 0xef && bytes[at + 1] == (byte) 0xbb;
        return any ? mark ? at + 3 : at : -1;
    }

    private static int afterElement(byte[] bytes, int from, int to) {
        boolean quoted = false;
        for (int at = from; at < to; at++) {
            if (bytes[at] == '\\') {
                at++;
            } else if (bytes[at] == '"') {
                quoted = !quoted;
            } else if (bytes[at] == ']' && !quoted) {
                return at + 1;
            }
        }
        return to;
    }
}
