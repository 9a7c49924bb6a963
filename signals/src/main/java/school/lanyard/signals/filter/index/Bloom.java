// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.index;

/// Says of most names that are on no list that they are on none, with one look at memory.
final class Bloom {

    private static final int BITS_PER_NAME = 10;

    private Bloom() {}

    static int words(long names) {
        return (int) Math.max(1, Math.min(1 << 28, names * BITS_PER_NAME / 64 + 1));
    }

    static void add(long[] words, long hash) {
        words[word(words.length, hash)] |= bits(hash);
    }

    static boolean mayHold(long[] words, long hash) {
        long bits = bits(hash);
        return (words[word(words.length, hash)] & bits) == bits;
    }

    private static int word(int words, long hash) {
        return (int) Math.unsignedMultiplyHigh(hash, words);
    }

    /// Four bits of one word, chosen by the low half of the hash; the high half chose the word.
    private static long bits(long hash) {
        return 1L << hash | 1L << (hash >>> 6) | 1L << (hash >>> 12) | 1L << (hash >>> 18);
    }
}
