// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.CRC32C;

/// Writes an index so that whoever opens it sees the old one or the new one, whole.
final class IndexFile {

    private IndexFile() {}

    static void write(Path file, Header header, List<ByteBuffer> body) throws IOException {
        var target = file.toAbsolutePath();
        var folder = target.getParent();
        if (folder == null) {
            throw new IOException(file + " is no file");
        }
        var making = Files.createTempFile(folder, ".index", ".making");
        try {
            try (var out = FileChannel.open(making, StandardOpenOption.WRITE)) {
                writeAll(out, header.written());
                for (var part : body) {
                    writeAll(out, part.duplicate());
                }
                out.force(true);
            }
            letOthersRead(making);
            Files.move(
                    making,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            syncFolder(folder);
        } finally {
            Files.deleteIfExists(making);
        }
    }

    /// Squid's helper runs as another user; a list of names is nobody's secret.
    private static void letOthersRead(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private static void writeAll(FileChannel out, ByteBuffer part) throws IOException {
        while (part.hasRemaining()) {
            out.write(part);
        }
    }

    /// The new name must outlive a power cut as well; where folders cannot be synced, they need
    /// not.
    private static void syncFolder(Path folder) {
        try (var open = FileChannel.open(folder, StandardOpenOption.READ)) {
            open.force(true);
        } catch (IOException unsupported) {
            return;
        }
    }

    static int checksum(List<ByteBuffer> body) {
        var crc = new CRC32C();
        body.forEach(part -> crc.update(part.duplicate()));
        return (int) crc.getValue();
    }

    /// Reads the file rather than mapping it: who copies a new one over a mapped one changes
    /// decisions while they are made, or stops the program.
    static FilterIndex open(Path file) throws IOException {
        try (var in = FileChannel.open(file, StandardOpenOption.READ)) {
            var first = ByteBuffer.allocate(Header.LENGTH);
            fill(in, first);
            var header = Header.read(first.flip());
            if (in.size() != header.fileLength()) {
                throw new DamagedIndexException(
                        "it has %d bytes, not %d".formatted(in.size(), header.fileLength()));
            }
            var body = ByteBuffer.allocateDirect((int) (header.fileLength() - Header.LENGTH));
            fill(in, body);
            return whole(header, body.flip());
        }
    }

    /// Takes an index apart whose header says how long each part is.
    static FilterIndex whole(Header header, ByteBuffer body) throws IOException {
        if (checksum(List.of(body)) != header.bodyChecksum()) {
            throw new DamagedIndexException("its content is damaged");
        }
        body.order(ByteOrder.LITTLE_ENDIAN);
        var meta = new byte[header.metaLength()];
        body.get(meta);
        var bloom = new long[header.bloomWords()];
        body.asLongBuffer().get(bloom);
        body.position(body.position() + 8 * bloom.length);
        var offsets = new int[header.buckets() + 1];
        body.asIntBuffer().get(offsets);
        body.position(body.position() + 4 * offsets.length);
        var entries = body.slice().order(ByteOrder.LITTLE_ENDIAN);
        return new FilterIndex(header, Meta.read(meta), bloom, offsets, entries);
    }

    private static void fill(FileChannel in, ByteBuffer buffer) throws IOException {
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = in.read(buffer);
        }
    }
}
