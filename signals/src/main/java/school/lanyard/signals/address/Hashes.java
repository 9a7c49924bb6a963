// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.address;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Hashes names eight bytes at a time. What is read must be followed by [#PADDING] bytes.
public final class Hashes {

    public static final int PADDING = 8;
    public static final long SEED = 0x2545_f491_4f6c_dd1dL;

    private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L;
    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Hashes() {}

    public static long word(byte[] bytes, int at) {
        return (long) WORD.get(bytes, at);
    }

    /// The first `count` bytes of a word, 1 to 8.
    public static long mask(int count) {
        return -1L >>> (64 - 8 * count);
    }

    /// Goes on from the hash of what stands to the right: `example` after `com`.
    public static long label(long hash, byte[] bytes, int from, int to) {
        int at = from;
        for (; to - at > 8; at += 8) {
            hash = mix(hash ^ word(bytes, at));
        }
        long last = at == to ? 0 : word(bytes, at) & mask(to - at);
        return mix(mix(hash ^ last) + (to - from));
    }

    private static long mix(long hash) {
        long spread = hash * SPREAD;
        return spread ^ (spread >>> 32);
    }
}
