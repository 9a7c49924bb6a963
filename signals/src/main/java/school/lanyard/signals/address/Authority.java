// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.address;

/// Finds the parts of an address around the host: scheme, user, port, path.
final class Authority {

    private Authority() {}

    /// Where the host's part starts, or -1 where the address has none.
    static int start(byte[] source, int from, int to) {
        for (int at = from; at < to; at++) {
            switch (source[at]) {
                case ':' -> {
                    if (at + 2 < to && source[at + 1] == '/' && source[at + 2] == '/') {
                        return at + 3;
                    }
                    return isError(source, from, at) ? -1 : from;
                }
                case '/' -> {
                    boolean relative = at == from && at + 1 < to && source[at + 1] == '/';
                    return relative ? from + 2 : at == from ? -1 : from;
                }
                case '.', '?', '#', '@', '[' -> {
                    return from;
                }
                default -> {}
            }
        }
        return from == to || isDash(source, from, to) ? -1 : from;
    }

    /// Squid writes `error:invalid-request` and the like for what never became a request.
    private static boolean isError(byte[] source, int from, int to) {
        return to - from == 5
                && source[from] == 'e'
                && source[from + 1] == 'r'
                && source[from + 2] == 'r'
                && source[from + 3] == 'o'
                && source[from + 4] == 'r';
    }

    private static boolean isDash(byte[] source, int from, int to) {
        return to - from == 1 && source[from] == '-';
    }

    static int end(byte[] source, int start, int to) {
        int at = start;
        while (at < to && source[at] != '/' && source[at] != '?' && source[at] != '#') {
            at++;
        }
        return at;
    }

    /// Everything before the last `@` is a user: `bank.example@bad.example` is `bad.example`. With
    /// a backslash among it programs disagree about that, so it is -1.
    static int afterUser(byte[] source, int start, int end) {
        int at = end - 1;
        while (at >= start && source[at] != '@') {
            at--;
        }
        for (int i = start; i < at; i++) {
            if (source[i] == '\\') {
                return -1;
            }
        }
        return at + 1 > start ? at + 1 : start;
    }

    /// Where the host ends before a port, or -1 where what follows the colon is no port.
    static int beforePort(byte[] source, int start, int end) {
        int at = end - 1;
        while (at >= start && source[at] >= '0' && source[at] <= '9') {
            at--;
        }
        if (at >= start && source[at] == ':') {
            return at;
        }
        if (start < end && source[start] == '[') {
            return source[end - 1] == ']' ? end : -1;
        }
        for (int i = start; i < end; i++) {
            if (source[i] == ':') {
                return -1;
            }
        }
        return end;
    }
}
