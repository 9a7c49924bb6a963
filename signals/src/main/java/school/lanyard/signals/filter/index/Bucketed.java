// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.index;

import java.util.Arrays;
import java.util.List;
import school.lanyard.signals.address.Hashes;
import school.lanyard.signals.filter.index.Rules.Part;

/// One part of the rules, each name once, in the order of the file to be.
final class Bucketed {

    /// How many rules each bucket has.
    final int[] sizes;

    /// By rule: its hash, the set of lists it stands on, how long its text is.
    final long[] hashes;

    final int[] sets;
    final byte[] lengths;
    byte[] texts;
    int count;
    int textLength;

    private final byte[][] data;
    private final long[] places;
    private final Symbols symbols;

    /// Sorts the part of this number out of what every thread has read.
    static Bucketed of(List<Rules> read, int number, int buckets, Sets sets, Symbols symbols) {
        var parts = read.stream().map(rules -> rules.part(number)).toList();
        var bucketed = new Bucketed(parts, buckets, symbols);
        bucketed.sort(parts, number, buckets);
        bucketed.unite(sets);
        read.forEach(rules -> rules.drop(number));
        return bucketed;
    }

    private Bucketed(List<Part> parts, int buckets, Symbols symbols) {
        int most = parts.stream().mapToInt(part -> part.count).sum();
        sizes = new int[buckets];
        hashes = new long[most];
        sets = new int[most];
        lengths = new byte[most];
        places = new long[most];
        texts = new byte[parts.stream().mapToInt(part -> part.used).sum() + Hashes.PADDING];
        data = parts.stream().map(part -> part.data).toArray(byte[][]::new);
        this.symbols = symbols;
    }

    /// Bucket by bucket; within one by hash, then text, then list.
    private void sort(List<Part> parts, int number, int buckets) {
        var ends = new int[buckets + 1];
        long all = (long) Rules.PARTS * buckets;
        int first = number * buckets;
        for (int p = 0; p < parts.size(); p++) {
            for (int at = 0; at < parts.get(p).used; at = after(p, at)) {
                ends[bucket(all, first, p, at) + 1]++;
            }
        }
        for (int b = 0; b < buckets; b++) {
            ends[b + 1] += ends[b];
        }
        var next = Arrays.copyOf(ends, buckets);
        for (int p = 0; p < parts.size(); p++) {
            for (int at = 0; at < parts.get(p).used; at = after(p, at)) {
                places[next[bucket(all, first, p, at)]++] = (long) p << 32 | at;
            }
        }
        for (int b = 0; b < buckets; b++) {
            insertionSort(ends[b], ends[b + 1]);
            sizes[b] = ends[b + 1] - ends[b];
        }
    }

    private int bucket(long all, int first, int part, int at) {
        return (int) Math.unsignedMultiplyHigh(Words.getLong(data[part], at), all) - first;
    }

    private int after(int part, int at) {
        return at + Rules.FIXED + Words.getShort(data[part], at + 10);
    }

    private void insertionSort(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            long place = places[i];
            int j = i;
            for (; j > from && compare(place, places[j - 1]) < 0; j--) {
                places[j] = places[j - 1];
            }
            places[j] = place;
        }
    }

    private int compare(long a, long b) {
        int byHash = Long.compareUnsigned(hash(a), hash(b));
        if (byHash != 0) {
            return byHash;
        }
        int byText = compareText(a, b);
        return byText != 0 ? byText : Integer.compare(listing(a), listing(b));
    }

    private int compareText(long a, long b) {
        return Arrays.compare(
                bytes(a), text(a), text(a) + length(a), bytes(b), text(b), text(b) + length(b));
    }

    private byte[] bytes(long place) {
        return data[(int) (place >>> 32)];
    }

    private long hash(long place) {
        return Words.getLong(bytes(place), (int) place);
    }

    private int listing(long place) {
        return Words.getShort(bytes(place), (int) place + 8);
    }

    private int length(long place) {
        return Words.getShort(bytes(place), (int) place + 10);
    }

    private int text(long place) {
        return (int) place + Rules.FIXED;
    }

    /// Makes one rule of those with the same text, and shortens the text.
    private void unite(Sets known) {
        int from = 0;
        for (int b = 0; b < sizes.length; b++) {
            int end = from + sizes[b];
            int before = count;
            while (from < end) {
                int to = from + 1;
                while (to < end && isSame(places[from], places[to])) {
                    to++;
                }
                add(known, from, to);
                from = to;
            }
            sizes[b] = count - before;
        }
        texts = Arrays.copyOf(texts, textLength);
    }

    private boolean isSame(long a, long b) {
        return hash(a) == hash(b) && compareText(a, b) == 0;
    }

    private void add(Sets known, int from, int to) {
        long place = places[from];
        int text = text(place);
        int end = symbols.encode(bytes(place), text, text + length(place), texts, textLength);
        hashes[count] = hash(place);
        lengths[count] = (byte) (end - textLength);
        sets[count++] = to - from == 1 ? listing(place) : known.number(listings(from, to));
        textLength = end;
    }

    /// How many are no rules, but say that there are some about paths.
    long marks() {
        return Arrays.stream(sets, 0, count).filter(set -> set == Classes.PATHS).count();
    }

    private int[] listings(int from, int to) {
        var listings = new int[to - from];
        for (int i = from; i < to; i++) {
            listings[i - from] = listing(places[i]);
        }
        return Arrays.stream(listings).distinct().toArray();
    }
}
