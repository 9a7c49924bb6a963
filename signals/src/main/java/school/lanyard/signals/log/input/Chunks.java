// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.log.input;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/// Cuts a log into chunks at line ends, for any number of threads: where it is cut depends on the
/// log alone.
public final class Chunks implements Closeable {

    private final ReadableByteChannel in;
    private final byte[] rest = new byte[Chunk.SIZE];
    private int restLength;
    private long sequence;
    private long read;
    private boolean skipping;
    private boolean ended;

    /// `offset` is where in the log `in` starts.
    public Chunks(ReadableByteChannel in, long offset) {
        this.in = in;
        this.read = offset;
    }

    /// Fills a chunk with the next lines; false at the end of the log.
    public synchronized boolean next(Chunk chunk) throws IOException {
        chunk.gigantic = 0;
        while (!ended) {
            int length = fill(chunk);
            int start = skipping ? afterLine(chunk.bytes, length) : 0;
            skipping = start < 0;
            int whole = ended ? length : lastLine(chunk.bytes, length);
            if (skipping) {
                restLength = 0;
            } else if (whole <= start && length == Chunk.SIZE) {
                chunk.gigantic++;
                skipping = true;
                restLength = 0;
            } else if (whole > start || chunk.gigantic > 0) {
                keep(chunk, start, Math.max(start, whole), length);
                return true;
            } else {
                keepRest(chunk, start, length);
            }
        }
        return endsGigantic(chunk);
    }

    /// A log that ends within a line that is too long has one more chunk, of that alone.
    private boolean endsGigantic(Chunk chunk) {
        if (chunk.gigantic > 0) {
            chunk.length = 0;
            chunk.sequence = sequence++;
            chunk.end = read;
        }
        return chunk.gigantic > 0;
    }

    private int fill(Chunk chunk) throws IOException {
        System.arraycopy(rest, 0, chunk.bytes, 0, restLength);
        var room = ByteBuffer.wrap(chunk.bytes, restLength, Chunk.SIZE - restLength);
        while (room.hasRemaining()) {
            int more = in.read(room);
            if (more < 0) {
                ended = true;
                break;
            }
            read += more;
        }
        return room.position();
    }

    private void keep(Chunk chunk, int start, int whole, int length) {
        keepRest(chunk, whole, length);
        if (start > 0) {
            System.arraycopy(chunk.bytes, start, chunk.bytes, 0, whole - start);
        }
        chunk.length = whole - start;
        chunk.sequence = sequence++;
        chunk.end = read - restLength;
    }

    private void keepRest(Chunk chunk, int from, int length) {
        restLength = length - from;
        System.arraycopy(chunk.bytes, from, rest, 0, restLength);
    }

    private static int lastLine(byte[] bytes, int length) {
        int at = length;
        while (at > 0 && bytes[at - 1] != '\n') {
            at--;
        }
        return at;
    }

    private static int afterLine(byte[] bytes, int length) {
        for (int at = 0; at < length; at++) {
            if (bytes[at] == '\n') {
                return at + 1;
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
