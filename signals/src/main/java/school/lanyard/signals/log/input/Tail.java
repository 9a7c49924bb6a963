// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.log.input;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import school.lanyard.signals.address.Hashes;

/// Follows a log across rotation. Only whole lines are given out, each once; whoever keeps what
/// followed from them keeps [#position] with it, and goes on from there.
public final class Tail {

    private static final int HEAD = 256;

    private Committed position;
    private final byte[] buffer = new byte[Chunk.SIZE + Hashes.PADDING];
    private boolean skipping;
    private long tooLong;

    public Tail(Committed position) {
        this.position = position;
    }

    public Committed position() {
        return position;
    }

    /// How many lines were longer than can be kept, and left out.
    public long tooLong() {
        return tooLong;
    }

    /// The next whole lines of `now`, after all of `rotated`, which is the file that had the name
    /// before, where it can still be found. Nothing where no line has been completed since.
    public Optional<byte[]> next(LogFile now, Optional<LogFile> rotated) throws IOException {
        if (rotated.isPresent() && isOurs(rotated.get()) && !isOurs(now)) {
            var rest = lines(rotated.get(), true);
            if (rest.isPresent()) {
                return rest;
            }
        }
        if (!isOurs(now)) {
            position = new Committed(now.identity(), 0, 0, 0);
            skipping = false;
        }
        return lines(now, false);
    }

    /// The same file, not shorter than what was read of it, with the same beginning.
    private boolean isOurs(LogFile file) throws IOException {
        return file.identity().equals(position.identity())
                && file.length() >= position.offset()
                && head(file, position.headLength()) == position.head();
    }

    /// `finished` files may end without a line end: nothing more will come.
    private Optional<byte[]> lines(LogFile file, boolean finished) throws IOException {
        while (true) {
            int length = file.read(position.offset(), buffer, 0, Chunk.SIZE);
            if (length <= 0) {
                return Optional.empty();
            }
            int whole = lastLine(length);
            if (whole == 0 && length == Chunk.SIZE) {
                tooLong += skipping ? 0 : 1;
                skipping = true;
                moveTo(file, position.offset() + length);
                continue;
            }
            if (whole == 0 && !finished) {
                return Optional.empty();
            }
            int end = whole == 0 ? length : whole;
            int start = skipping ? afterLine(end) : 0;
            skipping = false;
            moveTo(file, position.offset() + end);
            if (start < end) {
                return Optional.of(Arrays.copyOfRange(buffer, start, end));
            }
        }
    }

    private void moveTo(LogFile file, long offset) throws IOException {
        int length = (int) Math.min(HEAD, offset);
        position = new Committed(file.identity(), offset, length, head(file, length));
    }

    private static int head(LogFile file, int length) throws IOException {
        var head = new byte[length];
        int read = length == 0 ? 0 : Math.max(0, file.read(0, head, 0, length));
        var crc = new CRC32C();
        crc.update(head, 0, read);
        return (int) crc.getValue();
    }

    private int lastLine(int length) {
        int at = length;
        while (at > 0 && buffer[at - 1] != '\n') {
            at--;
        }
        return at;
    }

    private int afterLine(int length) {
        for (int at = 0; at < length; at++) {
            if (buffer[at] == '\n') {
                return at + 1;
            }
        }
        return length;
    }
}
