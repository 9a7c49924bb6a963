// SPDX-License-Identifier: Apache-2.0
package school.lanyard.finding.words;

import java.util.Arrays;
import java.util.BitSet;

/// Which cases a word is in, as their numbers in one index.
final class Postings {

    private int[] at = new int[2];
    private int size;

    /// Adds a case; says whether it was not there yet.
    boolean add(int number) {
        if ((size > 0 && at[size - 1] == number) || Arrays.binarySearch(at, 0, size, number) >= 0) {
            return false;
        }
        if (size == at.length) {
            at = Arrays.copyOf(at, size * 2);
        }
        var place = -Arrays.binarySearch(at, 0, size, number) - 1;
        System.arraycopy(at, place, at, place + 1, size - place);
        at[place] = number;
        size++;
        return true;
    }

    void addTo(BitSet found, int[] parts) {
        for (int i = 0; i < size; i++) {
            found.set(parts[at[i]]);
        }
    }
}
