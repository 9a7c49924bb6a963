// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter.index;

import java.nio.charset.StandardCharsets;
import java.util.List;
import school.lanyard.signals.filter.index.Rules.Part;

/// A name taken as a sample of how names look.
record Sampled(long hash, String text) implements Comparable<Sampled> {

    static void all(Part part, List<Sampled> into) {
        int at = 0;
        for (int i = 0; i < part.count; i++) {
            int length = Words.getShort(part.data, at + 10);
            int text = at + Rules.FIXED;
            into.add(
                    new Sampled(
                            Words.getLong(part.data, at),
                            new String(part.data, text, length, StandardCharsets.ISO_8859_1)));
            at = text + length;
        }
    }

    @Override
    public int compareTo(Sampled other) {
        int byHash = Long.compareUnsigned(hash, other.hash);
        return byHash != 0 ? byHash : text.compareTo(other.text);
    }
}
