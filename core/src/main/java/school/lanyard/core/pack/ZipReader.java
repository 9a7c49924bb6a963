// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads the few kinds of zip that people make by packing a folder, and refuses the rest by name:
/// links, secrets, entries that lie over one another, and what grows past all measure.
///
/// It reads the list at the end, as operating systems do, and holds each entry's own heading
/// against it, so that what is checked is what is read.
final class ZipReader {

    /// A zip past this size is refused before it is read.
    static final int LARGEST = 8 * 1024 * 1024;

    private static final int MOST_ENTRIES = 400;
    private static final long MOST_BYTES = 16L * 1024 * 1024;
    private static final int END = 0x06054b50;
    private static final int LISTED = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_SIZE = 22;
    private static final int UNIX = 3;
    private static final int LINK = 0120000;
    private static final int KIND = 0170000;

    /// One file of a zip.
    record Entry(String name, ByteBuffer content) {}

    private record Listed(
            String name,
            int flags,
            int method,
            long crc,
            long packed,
            long size,
            int at,
            boolean link) {}

    /// What is too large, in bytes.
    ///
    /// @param zip the file as it is
    /// @param entry one file once it is unpacked
    /// @param all of them together
    record Limits(int zip, long entry, long all) {}

    private static final Limits OF_PACKS = new Limits(LARGEST, 4L * YamlReader.LARGEST, MOST_BYTES);

    private final ByteBuffer zip;
    private final Faults faults;
    private final Limits limits;
    private long total;
    private int free;

    ZipReader(byte[] zip, Faults faults) {
        this(zip, faults, OF_PACKS);
    }

    ZipReader(byte[] zip, Faults faults, Limits limits) {
        this.zip = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        this.faults = faults;
        this.limits = limits;
    }

    List<Entry> entries() {
        if (zip.capacity() > limits.zip()) {
            refuse(
                    "The zip",
                    "is larger than %d MiB.".formatted(limits.zip() >> 20),
                    "Zip the pack’s folder alone.");
            return List.of();
        }
        try {
            return read();
        } catch (IndexOutOfBoundsException
                | IllegalArgumentException
                | ArithmeticException
                | java.nio.BufferUnderflowException broken) {
            refuse("The file", "is not a zip, or it is damaged.", "Zip the pack’s folder again.");
            return List.of();
        }
    }

    private List<Entry> read() {
        int end = end();
        int count = Short.toUnsignedInt(zip.getShort(end + 10));
        if (count != Short.toUnsignedInt(zip.getShort(end + 8)) || zip.getInt(end + 4) != 0) {
            refuse("The zip", "is in several parts.", "Zip the pack’s folder as one file.");
            return List.of();
        }
        if (count > MOST_ENTRIES) {
            refuse(
                    "The zip",
                    "holds more than %d files.".formatted(MOST_ENTRIES),
                    "Zip the pack’s folder alone.");
            return List.of();
        }
        var listed = listed(zip.getInt(end + 16), count, end);
        var found = new ArrayList<Entry>();
        listed.stream()
                .sorted(java.util.Comparator.comparingInt(Listed::at))
                .filter(entry -> !entry.name().endsWith("/"))
                .forEach(entry -> content(entry, found));
        return found;
    }

    private int end() {
        int earliest = Math.max(0, zip.capacity() - END_SIZE - 0xffff);
        for (int at = zip.capacity() - END_SIZE; at >= earliest; at--) {
            if (zip.getInt(at) == END
                    && at + END_SIZE + Short.toUnsignedInt(zip.getShort(at + 20))
                            == zip.capacity()) {
                return at;
            }
        }
        throw new IllegalArgumentException("no end");
    }

    private List<Listed> listed(int start, int count, int end) {
        var found = new ArrayList<Listed>();
        int at = start;
        for (int n = 0; n < count; n++) {
            if (zip.getInt(at) != LISTED) {
                throw new IllegalArgumentException("no entry");
            }
            int name = length(at + 28);
            int mode = zip.getInt(at + 38) >>> 16;
            boolean unix = zip.get(at + 5) == UNIX;
            found.add(
                    new Listed(
                            name(at + 46, name),
                            length(at + 8),
                            length(at + 10),
                            Integer.toUnsignedLong(zip.getInt(at + 16)),
                            Integer.toUnsignedLong(zip.getInt(at + 20)),
                            Integer.toUnsignedLong(zip.getInt(at + 24)),
                            zip.getInt(at + 42),
                            unix && (mode & KIND) == LINK));
            at += 46 + name + length(at + 30) + length(at + 32);
        }
        if (at > end) {
            throw new IllegalArgumentException("the list runs over the end");
        }
        return found;
    }

    private int length(int at) {
        return Short.toUnsignedInt(zip.getShort(at));
    }

    private String name(int at, int length) {
        var bytes = new byte[length];
        zip.get(at, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void content(Listed entry, List<Entry> found) {
        if (entry.link()) {
            refuse(entry.name(), "is a link.", "Put the file itself into the zip.");
            return;
        }
        if ((entry.flags() & 1) != 0) {
            refuse(entry.name(), "is locked with a password.", "Zip it without one.");
            return;
        }
        if (entry.method() != 0 && entry.method() != 8) {
            refuse(
                    entry.name(),
                    "is packed in a way that is not read here.",
                    "Zip it in the ordinary way.");
            return;
        }
        total += entry.size();
        if (entry.size() > limits.entry() || total > limits.all()) {
            refuse(
                    entry.name(),
                    "is too large once it is unpacked.",
                    "A pack’s files are at most 512 KiB each.");
            return;
        }
        int start = entry.at() + 30 + length(entry.at() + 26) + length(entry.at() + 28);
        boolean same =
                zip.getInt(entry.at()) == LOCAL
                        && name(entry.at() + 30, length(entry.at() + 26)).equals(entry.name())
                        && entry.at() >= free;
        if (!same) {
            refuse(
                    entry.name(),
                    "is not where the zip’s list says.",
                    "Zip the pack’s folder again.");
            return;
        }
        free = Math.toIntExact(start + entry.packed());
        var content = unpacked(entry, start);
        if (content.length != entry.size() || PackZip.crc(content) != entry.crc()) {
            refuse(entry.name(), "is damaged.", "Zip the pack’s folder again.");
            return;
        }
        found.add(new Entry(entry.name(), ByteBuffer.wrap(content)));
    }

    /// Never more than the list says, whatever is in it.
    private byte[] unpacked(Listed entry, int start) {
        var packed = new byte[Math.toIntExact(entry.packed())];
        zip.get(start, packed);
        if (entry.method() == 0) {
            return packed;
        }
        var inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            var content = new byte[Math.toIntExact(entry.size())];
            int got = inflater.inflate(content);
            boolean ended =
                    inflater.finished()
                            || (got == content.length && inflater.inflate(new byte[1]) == 0);
            return got == content.length && ended ? content : new byte[0];
        } catch (DataFormatException damaged) {
            return new byte[0];
        } finally {
            inflater.end();
        }
    }

    private void refuse(String name, String problem, String mend) {
        var shown = name.replaceAll("[^\\x20-\\x7E]", "?");
        var shortened = shown.length() > 120 ? shown.substring(0, 120) + "…" : shown;
        faults.add(Place.start(shortened), shortened + " " + problem, mend);
    }
}
