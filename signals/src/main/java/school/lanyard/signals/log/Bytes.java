// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.log;

import school.lanyard.signals.address.Hashes;

/// Finds things in bytes, eight at a time. What is read must be followed by [Hashes#PADDING] bytes.
public final class Bytes {

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;
    private static final long SPACES = ONES * ' ';
    private static final long ENDS = ONES * '\n';
    private static final long TABS = ONES * '\t';

    private Bytes() {}

    public static int space(byte[] bytes, int from, int to) {
        return find(bytes, from, to, SPACES);
    }

    public static int lineEnd(byte[] bytes, int from, int to) {
        return find(bytes, from, to, ENDS);
    }

    public static int tab(byte[] bytes, int from, int to) {
        return find(bytes, from, to, TABS);
    }

    public static int find(byte[] bytes, int from, int to, char wanted) {
        return find(bytes, from, to, ONES * wanted);
    }

    /// Where the byte stands, or `to`.
    private static int find(byte[] bytes, int from, int to, long wanted) {
        for (int at = from; at < to; at += 8) {
            long zeros = Hashes.word(bytes, at) ^ wanted;
            long found = (zeros - ONES) & ~zeros & HIGHS;
            if (found != 0) {
                return Math.min(to, at + (Long.numberOfTrailingZeros(found) >>> 3));
            }
        }
        return to;
    }

    /// A number of at most 18 digits, or -1.
    public static long number(byte[] bytes, int from, int to) {
        if (to - from > 18 || from >= to) {
            return -1;
        }
        long number = 0;
        for (int at = from; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    public static boolean startsWith(byte[] bytes, int from, int to, byte[] wanted) {
        if (to - from < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[from + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
