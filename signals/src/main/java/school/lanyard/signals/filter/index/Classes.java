// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.index;

import java.util.Arrays;
import java.util.List;

/// The sets of lists that names stand on: few, so that each name needs only the number of its set.
final class Classes {

    /// Stands for "there are rules about paths below this host", and for no list.
    static final int PATHS = 0;

    private final int[][] listings;
    private final boolean[] paths;

    Classes(List<int[]> sets) {
        listings = new int[sets.size()][];
        paths = new boolean[sets.size()];
        for (int i = 0; i < listings.length; i++) {
            var set = sets.get(i);
            paths[i] = set.length > 0 && set[0] == PATHS;
            listings[i] = paths[i] ? Arrays.copyOfRange(set, 1, set.length) : set.clone();
        }
    }

    int count() {
        return listings.length;
    }

    boolean paths(int number) {
        return paths[number];
    }

    /// The lists of a set, without the mark for paths.
    int[] listings(int number) {
        return listings[number];
    }
}
