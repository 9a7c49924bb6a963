// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.disclosure;

/// What is printed in one place of a report.
public sealed interface Cell {

    /// A count of five or more.
    record Exact(int count) implements Cell {
        public Exact {
            if (count < Disclosure.SMALLEST_SHOWN)
                throw new IllegalArgumentException("a small count may not be shown");
        }
    }

    /// Fewer than five, or held back so that a smaller count cannot be worked out. Both are printed
    /// with the same words: which of the two it is would itself be a clue.
    record Withheld() implements Cell {}
}
