// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.lists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import school.lanyard.signals.filter.index.FilterIndex;
import school.lanyard.signals.filter.index.Held;
import school.lanyard.signals.filter.index.Held.Guarded;
import school.lanyard.signals.filter.index.IndexBuilder;

/// Compiles lists into one index file, on every core.
public final class Compiler {

    /// What was made of the lists, list by list, and what waits for a person.
    public record Compiled(FilterIndex index, List<ListReport> lists, List<Held> held) {
        public Compiled {
            lists = List.copyOf(lists);
            held = List.copyOf(held);
        }
    }

    private Compiler() {}

    public static Compiled compile(List<Source> sources, Guarded guarded, Path file)
            throws IOException {
        var builder = new IndexBuilder(guarded);
        var reports = read(sources, builder);
        return new Compiled(builder.write(file), reports, builder.held());
    }

    /// As [#compile], with nothing written.
    public static Compiled inMemory(List<Source> sources, Guarded guarded) throws IOException {
        var builder = new IndexBuilder(guarded);
        var reports = read(sources, builder);
        return new Compiled(builder.inMemory(), reports, builder.held());
    }

    private static List<ListReport> read(List<Source> sources, IndexBuilder builder)
            throws IOException {
        sources.stream().map(Source::listing).sorted().distinct().forEach(builder::listing);
        try {
            return sources.parallelStream().map(source -> read(source, builder)).toList();
        } catch (UncheckedIOException failure) {
            throw new IOException("A list could not be read: " + failure.getMessage(), failure);
        }
    }

    private static ListReport read(Source source, IndexBuilder builder) {
        try {
            return ListReader.read(source, builder.listing(source.listing()), builder.rules());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
