// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.detect;

import java.util.Arrays;
import school.lanyard.signals.address.Hashes;

/// Numbers different runs of bytes, with no object for each. Full, it starts anew.
final class ByteTable {

    private final int most;
    private int[] slots = new int[1 << 12];
    private long[] hashes = new long[1 << 11];
    private int[] ends = new int[(1 << 11) + 1];
    private byte[] keys = new byte[1 << 15];
    private int count;

    ByteTable(int most) {
        this.most = most;
    }

    int count() {
        return count;
    }

    boolean isFull() {
        return count >= most;
    }

    void clear() {
        Arrays.fill(slots, 0);
        count = 0;
    }

    /// The number of these bytes: `count()` as it was before, where they are new.
    int number(byte[] bytes, int from, int to) {
        long hash = Hashes.label(Hashes.SEED, bytes, from, to);
        int mask = slots.length - 1;
        int at = (int) (hash >>> 32) & mask;
        while (slots[at] != 0) {
            int number = slots[at] - 1;
            if (hashes[number] == hash && isKey(number, bytes, from, to)) {
                return number;
            }
            at = at + 1 & mask;
        }
        slots[at] = count + 1;
        add(hash, bytes, from, to);
        return count - 1;
    }

    private boolean isKey(int number, byte[] bytes, int from, int to) {
        int start = ends[number];
        return ends[number + 1] - start == to - from
                && Arrays.equals(keys, start, ends[number + 1], bytes, from, to);
    }

    private void add(long hash, byte[] bytes, int from, int to) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count + 1);
        }
        int start = count == 0 ? 0 : ends[count];
        int end = start + to - from;
        if (end > keys.length) {
            keys = Arrays.copyOf(keys, Math.max(2 * keys.length, end));
        }
        System.arraycopy(bytes, from, keys, start, to - from);
        ends[0] = 0;
        ends[count + 1] = end;
        hashes[count++] = hash;
        if (2 * count > slots.length) {
            grow();
        }
    }

    private void grow() {
        slots = new int[2 * slots.length];
        int mask = slots.length - 1;
        for (int number = 0; number < count; number++) {
            int at = (int) (hashes[number] >>> 32) & mask;
            while (slots[at] != 0) {
                at = at + 1 & mask;
            }
            slots[at] = number + 1;
        }
    }

    /// The bytes of a number, as they were given.
    byte[] key(int number) {
        return Arrays.copyOfRange(keys, ends[number], ends[number + 1]);
    }
}
