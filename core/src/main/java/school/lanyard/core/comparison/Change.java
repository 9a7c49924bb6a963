// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.comparison;

import java.util.List;

/// One part of a policy that is new, gone or different.
///
/// @param about the key of the part, such as `clause:AB-101` or `decision:activities`
/// @param title the part in words; a clause has its id
/// @param differences in the order of reading, at least one
public record Change(What what, String about, String title, List<Difference> differences) {

    /// What happened to a part.
    public enum What {
        ADDED("New"),
        REMOVED("Gone"),
        CHANGED("Changed");

        private final String word;

        What(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// One thing about a part, before and after; empty where there was or is nothing.
    ///
    /// @param aspect such as "Words", or the row and column of a table
    public record Difference(String aspect, String was, String now) {}

    public Change {
        differences = List.copyOf(differences);
    }
}
