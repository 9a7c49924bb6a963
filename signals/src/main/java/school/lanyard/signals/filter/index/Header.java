// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.index;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/// The first bytes of a compiled index: what follows, how long it is, and what it adds up to.
record Header(
        long rules,
        int metaLength,
        int bloomWords,
        int buckets,
        int entriesLength,
        int setBytes,
        int bodyChecksum) {

    static final int LENGTH = 64;

    private static final long MAGIC = 0x5844_4e49_4e41_4c01L;
    private static final int VERSION = 1;

    long fileLength() {
        return LENGTH + metaLength + 8L * bloomWords + 4L * (buckets + 1L) + entriesLength;
    }

    ByteBuffer written() {
        var out = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(MAGIC).putInt(VERSION).putInt(setBytes).putLong(rules);
        out.putInt(metaLength).putInt(bloomWords).putInt(buckets).putInt(entriesLength);
        out.putInt(bodyChecksum);
        out.putInt(LENGTH - 4, checksum(out));
        return out.rewind();
    }

    private static int checksum(ByteBuffer header) {
        var crc = new CRC32C();
        crc.update(header.slice(0, LENGTH - 4));
        return (int) crc.getValue();
    }

    static Header read(ByteBuffer in) throws DamagedIndexException {
        in.order(ByteOrder.LITTLE_ENDIAN);
        if (in.remaining() < LENGTH || in.getLong() != MAGIC) {
            throw new DamagedIndexException("it is not a compiled index");
        }
        int version = in.getInt();
        if (in.getInt(LENGTH - 4) != checksum(in)) {
            throw new DamagedIndexException("its first bytes are damaged");
        }
        if (version != VERSION) {
            throw new DamagedIndexException(
                    "it is of version %d, not %d".formatted(version, VERSION));
        }
        int setBytes = in.getInt();
        long rules = in.getLong();
        return new Header(
                rules, in.getInt(), in.getInt(), in.getInt(), in.getInt(), setBytes, in.getInt());
    }
}
