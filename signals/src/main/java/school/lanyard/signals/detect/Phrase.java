// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.detect;

import java.util.Set;

/// Words that matter together. `weight` goes to 100; one of the `unless` words in the same search
/// makes it harmless.
public record Phrase(String theme, int weight, String words, Set<String> unless) {

    public Phrase {
        if (weight < 1 || weight > 100) {
            throw new IllegalArgumentException("a weight is from 1 to 100, not " + weight);
        }
        unless = Set.copyOf(unless);
    }
}
