// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Collects faults while a pack is read, so that one check lists them all.
public final class Faults {

    /// Past this many, a longer list helps nobody and costs memory.
    private static final int MOST = 500;

    private final Set<Fault> found = new LinkedHashSet<>();

    public void add(Place place, String problem, String mend) {
        if (found.size() < MOST) {
            found.add(new Fault(place.file(), place.line(), problem, mend));
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public int size() {
        return found.size();
    }

    /// In reading order: by file, then by line.
    public List<Fault> list() {
        return found.stream()
                .sorted(Comparator.comparing(Fault::file).thenComparingInt(Fault::line))
                .toList();
    }
}
