// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.ledger;

/// What reading a chain from its first entry to its last showed.
public sealed interface Verdict {

    /// Every entry is there, in order and as it was written.
    ///
    /// @param head the hash of the last entry, or [Chain#START] of an empty chain
    record Whole(Hash head, long count) implements Verdict {}

    /// The first place at which the chain does not hold. What comes after it proves nothing.
    ///
    /// @param at the sequence number that was expected there
    record Broken(long at, Fault fault) implements Verdict {}

    /// What can be wrong at one place of a chain.
    enum Fault {
        GAP("an entry is missing"),
        OUT_OF_ORDER("an entry stands in the wrong place, or twice"),
        OTHER_SCHOOL("an entry belongs to another school"),
        WRONG_PREVIOUS("an entry does not follow from the one before it"),
        CHANGED("an entry is not as it was written"),
        HEAD_MISSING(
                "the chain does not contain the head that was expected: its end has been cut off or rewritten");

        private final String words;

        Fault(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
