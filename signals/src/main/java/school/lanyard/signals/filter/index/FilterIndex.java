// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import school.lanyard.signals.address.Hashes;
import school.lanyard.signals.address.HostReader;

/// Millions of names with the lists they stand on. Exact: a hit is compared byte for byte.
///
/// A name covers itself and all below it. Safe for any number of threads, each with its own
/// [Lookup].
public final class FilterIndex {

    private final Header header;
    private final Symbols symbols;
    private final List<Listing> listings;
    private final List<Long> counts;
    private final Classes classes;
    private final long[] bloom;
    private final int[] offsets;
    private final ByteBuffer entries;

    FilterIndex(Header header, Meta meta, long[] bloom, int[] offsets, ByteBuffer entries) {
        this.header = header;
        this.symbols = new Symbols(meta.pieces());
        this.listings = Collections.unmodifiableList(meta.listings());
        this.counts = meta.counts();
        this.classes = new Classes(meta.classes());
        this.bloom = bloom;
        this.offsets = offsets;
        this.entries = entries;
    }

    /// Opens a compiled file after checking that it is whole.
    ///
    /// @throws DamagedIndexException where it is not
    public static FilterIndex open(Path file) throws IOException {
        return IndexFile.open(file);
    }

    /// How many rules there are.
    public long size() {
        return header.rules();
    }

    /// How many bytes the compiled index has.
    public long bytes() {
        return header.fileLength();
    }

    /// Identifies the content: the same lists compile to the same.
    public String checksum() {
        return "%08x".formatted(header.bodyChecksum());
    }

    /// Every list in it, by number; 0 is not a list.
    public List<Listing> listings() {
        return listings;
    }

    /// How many rules the list of this number has.
    public long count(int listing) {
        return counts.get(listing);
    }

    /// How many different sets of lists rules stand on; their numbers start at 0.
    public int listedSets() {
        return classes.count();
    }

    /// The numbers of the lists in a set.
    public int[] listed(int set) {
        return classes.listings(set).clone();
    }

    public void find(Lookup lookup, String address) {
        var bytes = address.getBytes(StandardCharsets.UTF_8);
        find(lookup, bytes, 0, bytes.length);
    }

    /// Finds every rule that covers an address.
    public void find(Lookup lookup, byte[] address, int from, int to) {
        lookup.clear();
        var host = lookup.host;
        var kind = host.read(address, from, to);
        if (kind == HostReader.Kind.NONE || kind == HostReader.Kind.UNREADABLE) {
            return;
        }
        boolean pathRead = false;
        for (int i = 0; i < host.suffixes(); i++) {
            int set = find(host.hash(i), host.bytes(), host.start(i), host.length());
            if (set < 0) {
                continue;
            }
            if (classes.listings(set).length > 0) {
                lookup.hit(set, host.start(i), 0);
            }
            if (classes.paths(set)) {
                if (!pathRead) {
                    lookup.path.read(host, address, host.hostEnd(), to);
                    pathRead = true;
                }
                findPaths(lookup, host.hash(i), host.start(i));
            }
        }
    }

    private void findPaths(Lookup lookup, long hash, int start) {
        var path = lookup.path;
        for (int i = 0; i < path.borders(); i++) {
            int end = path.border(i);
            long ofPath = Hashes.label(hash, path.bytes(), path.hostLength(), end);
            int set = find(ofPath, path.bytes(), start, end);
            if (set >= 0) {
                lookup.hit(set, start, end);
            }
        }
    }

    /// The set that exactly this name stands on, or -1.
    private int find(long hash, byte[] name, int start, int end) {
        if (!Bloom.mayHold(bloom, hash)) {
            return -1;
        }
        int bucket = (int) Math.unsignedMultiplyHigh(hash, offsets.length - 1L);
        int from = offsets[bucket];
        if (from == offsets[bucket + 1]) {
            return -1;
        }
        int count = entries.getShort(from) & 0xffff;
        int tags = from + 2;
        for (int i = 0; i < count; i++) {
            if (entries.get(tags + i) == (byte) hash && same(tags, i, count, name, start, end)) {
                return set(tags + 2 * count, i);
            }
        }
        return -1;
    }

    private int set(int at, int i) {
        return header.setBytes() == 1
                ? entries.get(at + i) & 0xff
                : entries.getShort(at + 2 * i) & 0xffff;
    }

    private boolean same(int tags, int i, int count, byte[] name, int start, int end) {
        int lengths = tags + count;
        int at = lengths + count + count * header.setBytes();
        for (int before = 0; before < i; before++) {
            at += entries.get(lengths + before) & 0xff;
        }
        int stop = at + (entries.get(lengths + i) & 0xff);
        int p = start;
        while (at < stop) {
            int code = entries.get(at++);
            if (code >= 0) {
                if (p >= end || name[p++] != code) {
                    return false;
                }
                continue;
            }
            int piece = code & 127;
            int length = symbols.length(piece);
            boolean equal =
                    ((Hashes.word(name, p) ^ symbols.word(piece)) & symbols.mask(piece)) == 0;
            if (!equal || p + length > end) {
                return false;
            }
            p += length;
        }
        return p == end;
    }

    /// Goes through every rule, in no order that means anything but always the same.
    public void forEach(RuleVisitor visitor) {
        var text = new byte[8 * 256 + Hashes.PADDING];
        for (int bucket = 0; bucket + 1 < offsets.length; bucket++) {
            int from = offsets[bucket];
            int count = from == offsets[bucket + 1] ? 0 : entries.getShort(from) & 0xffff;
            int lengths = from + 2 + count;
            int at = lengths + count + count * header.setBytes();
            for (int i = 0; i < count; i++) {
                int stop = at + (entries.get(lengths + i) & 0xff);
                int length = decode(at, stop, text);
                visit(visitor, text, length, set(lengths + count, i));
                at = stop;
            }
        }
    }

    private void visit(RuleVisitor visitor, byte[] text, int length, int set) {
        if (classes.listings(set).length > 0) {
            visitor.visit(new String(text, 0, length, StandardCharsets.ISO_8859_1), set);
        }
    }

    private int decode(int at, int stop, byte[] out) {
        int n = 0;
        for (; at < stop; at++) {
            int code = entries.get(at);
            if (code >= 0) {
                out[n++] = (byte) code;
                continue;
            }
            int piece = code & 127;
            for (int i = 0; i < symbols.length(piece); i++) {
                out[n++] = (byte) (symbols.word(piece) >>> (8 * i));
            }
        }
        return n;
    }

    /// Is shown each rule, and the set of lists it stands on.
    @FunctionalInterface
    public interface RuleVisitor {
        void visit(String rule, int set);
    }
}
