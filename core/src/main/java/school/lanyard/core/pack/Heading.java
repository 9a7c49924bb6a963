// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A heading of the policy document, with what is printed under it besides its clauses.
///
/// Headings with the same `part` that follow one another are a chapter. `intro` may be empty.
public record Heading(String key, String title, String intro, String part, List<Shown> shows) {

    /// What can be printed under a heading: one table, grid or flowchart by its key, or a whole
    /// list, whose key is empty.
    public record Shown(What what, String key) {

        /// Reads what a pack writes, such as `decision:activities` or `contacts`.
        static Optional<Shown> of(String text) {
            int colon = text.indexOf(':');
            var word = colon < 0 ? text : text.substring(0, colon);
            var key = colon < 0 ? "" : text.substring(colon + 1);
            return Arrays.stream(What.values())
                    .filter(what -> what.word().equals(word) && what.keyed() != key.isEmpty())
                    .findFirst()
                    .map(what -> new Shown(what, key));
        }
    }

    /// A kind of thing that a document prints.
    public enum What {
        DECISION(true),
        RESPONSE(true),
        PLAYBOOK(true),
        ROUTING(false),
        CONTACTS(false),
        ROLES(false),
        INTERVALS(false),
        AGREEMENTS(false);

        private final boolean keyed;

        What(boolean keyed) {
            this.keyed = keyed;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean keyed() {
            return keyed;
        }
    }

    public Heading {
        shows = List.copyOf(shows);
    }
}
