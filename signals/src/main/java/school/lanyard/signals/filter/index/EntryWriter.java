// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.index;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Lays out buckets: how many rules, then a tag of each, its text's length, its set, its text.
final class EntryWriter {

    private final Bucketed part;
    private final int setBytes;
    private final int[] numbers;

    EntryWriter(Bucketed part, int setBytes, int[] numbers) {
        this.part = part;
        this.setBytes = setBytes;
        this.numbers = numbers;
    }

    static long length(Bucketed part, int setBytes) {
        long filled = 0;
        for (int size : part.sizes) {
            filled += size > 0 ? 1 : 0;
        }
        return 2 * filled + (2L + setBytes) * part.count + part.textLength;
    }

    /// Writes the part's buckets, and where in the file each starts.
    ByteBuffer written(int start, int[] offsets, int firstBucket) {
        var out = ByteBuffer.allocate((int) length(part, setBytes)).order(ByteOrder.LITTLE_ENDIAN);
        int rule = 0;
        int text = 0;
        for (int b = 0; b < part.sizes.length; b++) {
            offsets[firstBucket + b] = start + out.position();
            int size = part.sizes[b];
            if (size > 0) {
                out.putShort((short) size);
                text += bucket(out, rule, size, text);
                rule += size;
            }
        }
        return out.flip();
    }

    private int bucket(ByteBuffer out, int rule, int size, int text) {
        int length = 0;
        for (int i = rule; i < rule + size; i++) {
            out.put((byte) part.hashes[i]);
            length += part.lengths[i] & 0xff;
        }
        out.put(part.lengths, rule, size);
        for (int i = rule; i < rule + size; i++) {
            int set = numbers[part.sets[i]];
            if (setBytes == 1) {
                out.put((byte) set);
            } else {
                out.putShort((short) set);
            }
        }
        out.put(part.texts, text, length);
        return length;
    }
}
