// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.lists;

/// Finds the format of a list: the one that leaves least of its beginning not understood.
final class Formats {

    private static final int LINES = 2000;

    private Formats() {}

    static ListFormat of(byte[] beginning, int length) {
        var best = ListFormat.DOMAINS;
        int most = Integer.MIN_VALUE;
        for (var format : ListFormat.values()) {
            int score = score(format, beginning, length);
            if (score > most) {
                most = score;
                best = format;
            }
        }
        return best;
    }

    /// Rules understood, less the lines that are not.
    private static int score(ListFormat format, byte[] text, int length) {
        int score = 0;
        int lines = 0;
        int start = 0;
        for (int at = 0; at < length && lines < LINES; at++) {
            if (text[at] == '\n') {
                score += score(format, text, start, at);
                start = at + 1;
                lines++;
            }
        }
        return lines < LINES && start < length ? score + score(format, text, start, length) : score;
    }

    private static int score(ListFormat format, byte[] text, int from, int to) {
        int end = to > from && text[to - 1] == '\r' ? to - 1 : to;
        return switch (format.read(text, from, end, Formats::looksLikeName)) {
            case RULE -> 1;
            case NOTHING -> 0;
            case NOT_UNDERSTOOD -> -1;
        };
    }

    private static boolean looksLikeName(byte[] line, int from, int to) {
        for (int at = from; at < to; at++) {
            if ("=|^$*,".indexOf(line[at]) >= 0) {
                return false;
            }
            if (line[at] == '/') {
                return true;
            }
        }
        return true;
    }
}
