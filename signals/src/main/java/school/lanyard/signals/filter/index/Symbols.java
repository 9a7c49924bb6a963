// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.index;

import java.util.Arrays;
import java.util.List;
import school.lanyard.signals.address.Hashes;

/// Writes names shorter: the pieces that occur most often in them (`.com`, `ing`) become one byte
/// each, above the ASCII that names are made of.
final class Symbols {

    static final int MOST = 128;
    private static final int LONGEST = 8;
    private static final int PAIRS = 1 << 14;

    /// By code: the piece, how long it is, and which bytes of a word it covers.
    private final long[] words = new long[MOST];

    private final int[] lengths = new int[MOST];
    private final long[] masks = new long[MOST];

    /// The longest piece that starts with two bytes, and after each piece the next shorter one.
    private final short[] first = new short[PAIRS];

    private final short[] next = new short[MOST];
    private final int count;

    Symbols(List<byte[]> pieces) {
        count = pieces.size();
        var longestFirst = pieces.stream().sorted(Symbols::order).toList();
        Arrays.fill(first, (short) -1);
        for (int code = count - 1; code >= 0; code--) {
            var piece = longestFirst.get(code);
            var padded = Arrays.copyOf(piece, LONGEST);
            words[code] = Hashes.word(padded, 0);
            lengths[code] = piece.length;
            masks[code] = Hashes.mask(piece.length);
            int pair = pair(piece[0], piece[1]);
            next[code] = first[pair];
            first[pair] = (short) code;
        }
    }

    private static int order(byte[] a, byte[] b) {
        return a.length != b.length ? b.length - a.length : Arrays.compare(a, b);
    }

    private static int pair(int a, int b) {
        return (a & 127) << 7 | (b & 127);
    }

    List<byte[]> pieces() {
        var pieces = new byte[count][];
        for (int code = 0; code < count; code++) {
            pieces[code] = piece(code);
        }
        return List.of(pieces);
    }

    private byte[] piece(int code) {
        var piece = new byte[lengths[code]];
        for (int i = 0; i < piece.length; i++) {
            piece[i] = (byte) (words[code] >>> (8 * i));
        }
        return piece;
    }

    /// Writes the bytes from `from` to `to`, which must be ASCII and padded, and returns where it
    /// ends in `out`.
    int encode(byte[] text, int from, int to, byte[] out, int at) {
        int p = from;
        while (p < to) {
            int code = code(text, p, to);
            if (code < 0) {
                out[at++] = text[p++];
            } else {
                out[at++] = (byte) (MOST + code);
                p += lengths[code];
            }
        }
        return at;
    }

    /// The longest piece that stands at `p`, or -1.
    int code(byte[] text, int p, int to) {
        if (to - p < 2) {
            return -1;
        }
        int code = first[pair(text[p], text[p + 1])];
        if (code < 0) {
            return -1;
        }
        long word = Hashes.word(text, p);
        while (code >= 0) {
            if (((word ^ words[code]) & masks[code]) == 0 && lengths[code] <= to - p) {
                return code;
            }
            code = next[code];
        }
        return -1;
    }

    int length(int code) {
        return lengths[code];
    }

    long word(int code) {
        return words[code];
    }

    long mask(int code) {
        return masks[code];
    }
}
