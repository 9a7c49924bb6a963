// SPDX-License-Identifier: Apache-2.0
package school.lanyard.ledger;

/// What rows of the records say that their ledger does not: entries were taken away together with
/// the head, so that the chain that is left still holds.
///
/// @param count how many rows are not borne out
public record Missing(Kind kind, long count) {

    /// What the ledger must bear out, in the words that a person is told.
    public enum Kind {
        CONCERN("concerns without the entry of their receipt"),
        INCIDENT("incidents whose events are not as many as the incident counts"),
        APPOINTMENT("appointments without an entry");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
