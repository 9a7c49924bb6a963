// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import school.lanyard.signals.filter.index.FilterIndex;

/// Writes the names of some categories in the format of another filter.
public final class Exporter {

    /// How many rules were written, and how many the format cannot say (paths, IP addresses).
    public record Exported(long written, long left) {}

    private final FilterIndex index;
    private final boolean[] wanted;

    /// No categories means all.
    public Exporter(FilterIndex index, Set<String> categories) {
        this.index = index;
        wanted = new boolean[index.listedSets()];
        for (int set = 0; set < wanted.length; set++) {
            for (int listing : index.listed(set)) {
                var category = index.listings().get(listing).category();
                wanted[set] |= categories.isEmpty() || categories.contains(category);
            }
        }
    }

    public Exported write(ExportFormat format, Appendable out) throws IOException {
        var counts = new long[2];
        try {
            out.append(format.head());
            index.forEach((rule, set) -> {
                if (wanted[set]) {
                    counts[append(out, format.line(rule)) ? 0 : 1]++;
                }
            });
        } catch (UncheckedIOException failure) {
            throw new IOException("The export could not be written", failure);
        }
        return new Exported(counts[0], counts[1]);
    }

    private static boolean append(Appendable out, String lines) {
        try {
            out.append(lines);
            return !lines.isEmpty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
