// SPDX-License-Identifier: Apache-2.0
package school.lanyard.documents;

import java.util.function.Function;

/// One thing that is printed from a pack.
///
/// @param address where it is found under the policy; empty for the document itself
/// @param detail what it is for, in one sentence
/// @param template the template of what stands on it
/// @param page what the template shows, for a medium
public record Paper(
        Kind kind,
        String address,
        String title,
        String detail,
        String template,
        Function<Medium, Record> page) {

    /// The kinds of papers, in the order in which they are listed.
    public enum Kind {
        DOCUMENT("The policy"),
        FLOWCHART("Flowchart"),
        POSTER("Posters"),
        AGREEMENT("Acceptable use agreements"),
        FORM("For when the system is down");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
