// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.log;

import java.nio.charset.StandardCharsets;

/// e2guardian's formats 5 to 8: twenty fields between tabs; 7 and 8 add the search terms and one
/// more.
final class E2guardianParser implements LogParser {

    private static final int FIELDS = 20;
    private static final int USER = 2;
    private static final int CLIENT = 3;
    private static final int URL = 5;
    private static final int STATUS = 7;
    private static final int MESSAGE_NUMBER = 14;
    private static final int MESSAGE = 15;
    private static final int CATEGORY = 17;
    private static final byte[] BLOCKED = "*DENIED*".getBytes(StandardCharsets.US_ASCII);
    private static final int EXCEPTIONS_FROM = 600;

    private final int[] starts = new int[FIELDS + 3];

    @Override
    public boolean parse(byte[] bytes, int from, int to, LogLine line) {
        line.start(bytes, from, to);
        int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
        int fields = split(bytes, from, end);
        if ((fields != FIELDS && fields != FIELDS + 2) || !time(bytes, line)) {
            return false;
        }
        line.userFrom = starts[USER];
        line.userTo = end(USER);
        line.clientFrom = starts[CLIENT];
        line.clientTo = end(CLIENT);
        line.urlFrom = starts[URL];
        line.urlTo = end(URL);
        line.categoryFrom = starts[CATEGORY];
        line.categoryTo = end(CATEGORY);
        if (end(CATEGORY) - starts[CATEGORY] == 1 && bytes[starts[CATEGORY]] == '-') {
            line.categoryTo = line.categoryFrom;
        }
        long status = Bytes.number(bytes, starts[STATUS], end(STATUS));
        line.status = Math.clamp(status, 0, 999);
        line.denied = isDenied(bytes);
        return line.urlTo > line.urlFrom && line.clientTo > line.clientFrom;
    }

    private int split(byte[] bytes, int from, int end) {
        int fields = 0;
        int start = from;
        while (fields < starts.length - 1) {
            starts[fields++] = start;
            start = Bytes.tab(bytes, start, end) + 1;
            if (start > end) {
                starts[fields] = end + 1;
                return fields;
            }
        }
        return -1;
    }

    private int end(int field) {
        return starts[field + 1] - 1;
    }

    /// Seconds, with or without thousandths.
    private boolean time(byte[] bytes, LogLine line) {
        int dot = Bytes.find(bytes, starts[0], end(0), '.');
        long seconds = Bytes.number(bytes, starts[0], dot);
        long millis =
                dot + 4 == end(0) ? Bytes.number(bytes, dot + 1, end(0)) : dot == end(0) ? 0 : -1;
        line.at = seconds * 1000 + millis;
        return dot - starts[0] == 10 && seconds >= 0 && millis >= 0;
    }

    /// Its messages from 600 on say why something was let through.
    private boolean isDenied(byte[] bytes) {
        if (Bytes.startsWith(bytes, starts[MESSAGE], end(MESSAGE), BLOCKED)) {
            return true;
        }
        long number = Bytes.number(bytes, starts[MESSAGE_NUMBER], end(MESSAGE_NUMBER));
        return number > 0 && number < EXCEPTIONS_FROM;
    }
}
