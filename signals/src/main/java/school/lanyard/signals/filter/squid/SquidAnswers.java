// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.squid;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import school.lanyard.signals.filter.Asker;
import school.lanyard.signals.filter.Decider;
import school.lanyard.signals.filter.Decision;
import school.lanyard.signals.filter.index.Lookup;

/// Answers single lines of Squid by one policy at one time. For one thread.
public final class SquidAnswers {

    private static final byte[] ALLOWED = "ERR\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BLOCKED = "OK tag=".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MESSAGE = " message=".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO_SENSE =
            "BH message=the%20line%20could%20not%20be%20read\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SPACE = {' '};
    private static final byte[] END = {'\n'};
    private static final int LONGEST_CHANNEL = 10;
    private static final int MOST_KNOWN = 10_000;

    private final Decider decider;
    private final LocalDateTime at;
    private final BiFunction<String, String, Asker> whoIs;
    private final Map<String, Decider.Bound> known = new HashMap<>();
    private final Lookup lookup = new Lookup();
    private final byte[] url = new byte[1 << 18];
    private int urlLength;

    /// `whoIs` turns a user and a client's address, each as Squid writes it, into an asker.
    public SquidAnswers(
            Decider decider, LocalDateTime at, BiFunction<String, String, Asker> whoIs) {
        this.decider = decider;
        this.at = at;
        this.whoIs = whoIs;
    }

    /// Answers `lines[from, to)`, which holds no line end.
    void line(byte[] lines, int from, int to, Replies replies) {
        int end = to > from && lines[to - 1] == '\r' ? to - 1 : to;
        int first = wordEnd(lines, from, end);
        int start = from;
        if (isChannel(lines, from, first)) {
            replies.add(lines, from, first);
            replies.add(SPACE);
            start = Math.min(first + 1, end);
        }
        int urlEnd = wordEnd(lines, start, end);
        if (urlEnd == start || !unescape(lines, start, urlEnd)) {
            replies.add(NO_SENSE);
            return;
        }
        var bound = bound(lines, urlEnd, end);
        if (bound.allows(lookup, url, 0, urlLength)) {
            replies.add(ALLOWED);
        } else {
            blocked(bound, replies);
        }
    }

    /// A line too long to be kept is answered when its beginning has been seen.
    void refuse(byte[] beginning, int length, Replies replies) {
        int first = wordEnd(beginning, 0, Math.min(length, LONGEST_CHANNEL + 1));
        if (isChannel(beginning, 0, first)) {
            replies.add(beginning, 0, first);
            replies.add(SPACE);
        }
        replies.add(NO_SENSE);
    }

    private void blocked(Decider.Bound bound, Replies replies) {
        if (bound.decide(lookup, url, 0, urlLength) instanceof Decision.Blocked why) {
            replies.add(BLOCKED);
            replies.addEscaped(why.category());
            replies.add(MESSAGE);
            replies.addEscaped(message(why));
            replies.add(END);
        } else {
            replies.add(ALLOWED);
        }
    }

    private static String message(Decision.Blocked why) {
        if (why.category().equals(Decider.UNREADABLE)) {
            return "the address could not be read";
        }
        return why.rule().isEmpty()
                ? "blocked by default"
                : "%s is listed as %s in %s".formatted(why.rule(), why.category(), why.list());
    }

    private Decider.Bound bound(byte[] lines, int from, int to) {
        int userStart = Math.min(from + 1, to);
        int userEnd = wordEnd(lines, userStart, to);
        int clientEnd = wordEnd(lines, Math.min(userEnd + 1, to), to);
        var key = new String(lines, userStart, clientEnd - userStart, StandardCharsets.UTF_8);
        var bound = known.get(key);
        if (bound == null) {
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
            int space = key.indexOf(' ');
            var user = space < 0 ? key : key.substring(0, space);
            var client = space < 0 ? "" : key.substring(space + 1);
            bound = decider.forAsker(whoIs.apply(user, client), at);
            known.put(key, bound);
        }
        return bound;
    }

    private static boolean isChannel(byte[] lines, int from, int to) {
        for (int at = from; at < to; at++) {
            if (lines[at] < '0' || lines[at] > '9') {
                return false;
            }
        }
        return to > from && to - from <= LONGEST_CHANNEL;
    }

    private static int wordEnd(byte[] lines, int from, int to) {
        int at = from;
        while (at < to && lines[at] != ' ') {
            at++;
        }
        return at;
    }

    /// Squid escapes what it sends; a percent sign of the address itself arrives as `%25`.
    private boolean unescape(byte[] lines, int from, int to) {
        int n = 0;
        for (int at = from; at < to; at++) {
            int c = lines[at];
            if (c == '%' && at + 2 < to) {
                int high = Character.digit(lines[at + 1], 16);
                int low = Character.digit(lines[at + 2], 16);
                if (high >= 0 && low >= 0) {
                    c = high * 16 + low;
                    at += 2;
                }
            }
            if (c == 0) {
                return false;
            }
            url[n++] = (byte) c;
        }
        urlLength = n;
        return true;
    }
}
