// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import school.lanyard.signals.filter.index.Held.Guarded;

/// Makes an index out of lists. The same rules make the same bytes, in whatever order and by
/// however many threads they were read.
public final class IndexBuilder {

    private static final int RULES_PER_BUCKET = 8;
    private static final int SAMPLE = 4000;
    private static final int MOST_SETS = 65_536;

    private final List<Listing> listings = new ArrayList<>(List.of(new Listing("", "")));
    private final List<Rules> read = new ArrayList<>();
    private final Guarded guarded;

    public IndexBuilder(Guarded guarded) {
        this.guarded = guarded;
    }

    /// The number by which rules of this list are added. Register lists in a fixed order.
    public synchronized int listing(Listing listing) {
        int known = listings.indexOf(listing);
        if (known > 0) {
            return known;
        }
        if (listings.size() == MOST_SETS) {
            throw new IllegalArgumentException("more than %d lists".formatted(MOST_SETS));
        }
        listings.add(listing);
        return listings.size() - 1;
    }

    /// Takes rules in; ask for one on each thread.
    public synchronized Rules rules() {
        var rules = new Rules(guarded);
        read.add(rules);
        return rules;
    }

    /// What was left out for a person to decide. Ask when everything has been read.
    public List<Held> held() {
        return read.stream().flatMap(rules -> rules.held().stream()).distinct().sorted().toList();
    }

    /// Writes the index to a file, replacing what was there in one step.
    public FilterIndex write(Path file) throws IOException {
        var made = make();
        IndexFile.write(file, made.header(), made.body());
        return FilterIndex.open(file);
    }

    /// The index, in memory alone.
    public FilterIndex inMemory() throws IOException {
        var made = make();
        int length = made.body().stream().mapToInt(ByteBuffer::remaining).sum();
        var whole = ByteBuffer.allocateDirect(length);
        made.body().forEach(part -> whole.put(part.duplicate()));
        return IndexFile.whole(made.header(), whole.flip());
    }

    private record Made(Header header, List<ByteBuffer> body) {}

    private Made make() throws IOException {
        long rules = read.stream().mapToLong(Rules::count).sum();
        int buckets = (int) Math.max(1, Math.ceilDiv(rules, (long) RULES_PER_BUCKET * Rules.PARTS));
        var symbols = symbols();
        var sets = new Sets(listings.size());
        var parts =
                IntStream.range(0, Rules.PARTS)
                        .parallel()
                        .mapToObj(part -> Bucketed.of(read, part, buckets, sets, symbols))
                        .toList();
        var order = sets.inOrder();
        if (order.size() > MOST_SETS) {
            throw new IOException("Names stand on more than 65,536 different sets of lists");
        }
        return made(parts, symbols, order, sets.renumbered(order), buckets);
    }

    private Made made(
            List<Bucketed> parts, Symbols symbols, List<int[]> order, int[] numbers, int buckets)
            throws IOException {
        long names = parts.stream().mapToLong(part -> part.count).sum();
        int setBytes = order.size() <= 256 ? 1 : 2;
        var meta = new Meta(symbols.pieces(), listings, counts(parts, order, numbers), order);
        var written = ByteBuffer.wrap(meta.written());
        var bloom = new long[Bloom.words(names)];
        for (var part : parts) {
            for (int i = 0; i < part.count; i++) {
                Bloom.add(bloom, part.hashes[i]);
            }
        }
        var offsets = new int[Rules.PARTS * buckets + 1];
        var entries = entries(parts, offsets, setBytes, numbers);
        var body = new ArrayList<>(List.of(written, ofLongs(bloom), ofInts(offsets)));
        body.addAll(entries);
        int length = offsets[offsets.length - 1];
        var header =
                new Header(
                        names - parts.stream().mapToLong(Bucketed::marks).sum(),
                        written.remaining(),
                        bloom.length,
                        offsets.length - 1,
                        length,
                        setBytes,
                        IndexFile.checksum(body));
        return new Made(header, body);
    }

    private static List<ByteBuffer> entries(
            List<Bucketed> parts, int[] offsets, int setBytes, int[] numbers) throws IOException {
        var starts = new long[parts.size() + 1];
        for (int p = 0; p < parts.size(); p++) {
            starts[p + 1] = starts[p] + EntryWriter.length(parts.get(p), setBytes);
        }
        if (starts[parts.size()] > Integer.MAX_VALUE - (64L << 20)) {
            throw new IOException("The lists are too large for one index");
        }
        offsets[offsets.length - 1] = (int) starts[parts.size()];
        return IntStream.range(0, parts.size())
                .parallel()
                .mapToObj(p ->
                        new EntryWriter(parts.get(p), setBytes, numbers)
                                .written((int) starts[p], offsets, p * parts.get(p).sizes.length))
                .toList();
    }

    private List<Long> counts(List<Bucketed> parts, List<int[]> order, int[] numbers) {
        var bySet = new long[order.size()];
        for (var part : parts) {
            for (int i = 0; i < part.count; i++) {
                bySet[numbers[part.sets[i]]]++;
            }
        }
        var counts = new long[listings.size()];
        for (int set = 0; set < bySet.length; set++) {
            for (int listing : order.get(set)) {
                counts[listing] += bySet[set];
            }
        }
        return Arrays.stream(counts).boxed().toList();
    }

    private static ByteBuffer ofLongs(long[] longs) {
        var bytes = ByteBuffer.allocate(8 * longs.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(longs);
        return bytes;
    }

    private static ByteBuffer ofInts(int[] ints) {
        var bytes = ByteBuffer.allocate(4 * ints.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(ints);
        return bytes;
    }

    /// Trained on the names with the smallest hashes, so on the same ones however they were read.
    private Symbols symbols() {
        var sample = new ArrayList<Sampled>();
        for (int part = 0; part < Rules.PARTS && sample.size() < SAMPLE; part++) {
            for (var rules : read) {
                Sampled.all(rules.part(part), sample);
            }
        }
        var chosen = sample.stream().sorted().distinct().limit(SAMPLE).toList();
        int length = chosen.stream().mapToInt(name -> name.text().length()).sum();
        var text = new byte[length + 8];
        var ends = new int[chosen.size()];
        int at = 0;
        for (int i = 0; i < ends.length; i++) {
            var name = chosen.get(i).text().getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(name, 0, text, at, name.length);
            at += name.length;
            ends[i] = at;
        }
        return SymbolTrainer.train(Arrays.copyOf(text, length + 8), ends, ends.length);
    }
}
