// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.filter;

import java.util.List;
import java.util.stream.IntStream;
import school.lanyard.signals.filter.index.FilterIndex;

/// For one kind of asker, what each set of lists in an index means: worked out once, so that a
/// decision only looks it up. A smaller number was said by an earlier rule.
final class Verdicts {

    static final int ILLEGAL = 0;
    static final int NOTHING = Integer.MAX_VALUE;

    private final int[] ranks;
    private final int[] listings;
    private final List<CategoryRule> rules;
    final Effect fallback;
    final String fallbackNote;

    Verdicts(FilterIndex index, FilterPolicy policy, List<CategoryRule> rules, Fallback fallback) {
        this.rules = rules;
        this.fallback = fallback.effect();
        this.fallbackNote = fallback.note();
        ranks = new int[index.listedSets()];
        listings = new int[ranks.length];
        var byListing =
                index.listings().stream().mapToInt(l -> rank(l.category(), policy)).toArray();
        for (int set = 0; set < ranks.length; set++) {
            ranks[set] = NOTHING;
            for (int listing : index.listed(set)) {
                if (byListing[listing] < ranks[set]) {
                    ranks[set] = byListing[listing];
                    listings[set] = listing;
                }
            }
        }
    }

    private int rank(String category, FilterPolicy policy) {
        if (policy.illegal().contains(category)) {
            return ILLEGAL;
        }
        return IntStream.range(0, rules.size())
                .filter(i -> rules.get(i).isAbout(category))
                .map(i -> i + 1)
                .findFirst()
                .orElse(NOTHING);
    }

    int rank(int set) {
        return ranks[set];
    }

    /// The list that decides, of those in a set.
    int listing(int set) {
        return listings[set];
    }

    Effect effect(int rank) {
        return rank == ILLEGAL
                ? Effect.BLOCK
                : rank == NOTHING ? fallback : rules.get(rank - 1).effect();
    }

    String note(int rank) {
        return rules.get(rank - 1).note();
    }
}
