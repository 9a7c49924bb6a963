// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.log.input;

import school.lanyard.signals.address.Hashes;

/// Whole lines of a log, and where they come from. Used again.
public final class Chunk {

    public static final int SIZE = 1 << 18;

    final byte[] bytes = new byte[SIZE + Hashes.PADDING];
    int length;
    long sequence;
    long end;
    int gigantic;

    /// The lines, followed by enough to be read in words; the last may lack its end.
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    /// Chunks are numbered from 0 on, without gaps.
    public long sequence() {
        return sequence;
    }

    /// Where the log goes on behind this chunk, in bytes as they were uncompressed.
    public long end() {
        return end;
    }

    /// How many lines in it were too long to be kept; they are left out.
    public int gigantic() {
        return gigantic;
    }
}
