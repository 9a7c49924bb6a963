// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import org.jspecify.annotations.Nullable;

/// What surrounds every page: who is looking, where they are, and what a form needs to be accepted.
/// Each template takes one beside its own page record, and passes it to its layout and forms.
///
/// @param notice something that was just done, said once at the top of the next page
/// @param demonstration whether the school is invented, which every page says
/// @param site the address that people open, for a link that is written down
public record Shell(
        Visitor visitor,
        String path,
        Assets assets,
        @Nullable String notice,
        Tokens tokens,
        boolean demonstration,
        String site) {

    /// The name of the hidden field that tells a repeated submission from a new one.
    public static final String ONCE = "_once";

    /// The hidden fields of a form. Read only while a form is written, so that a page without one
    /// needs no session.
    public interface Tokens {
        /// The forgery token's field name and value; absent where no session protects the page.
        @Nullable Hidden csrf();

        /// New for each form that is shown; kept when a refused form is shown again.
        String once(String action);

        record Hidden(String name, String value) {}
    }

    public String title(String title, boolean refused) {
        var school = visitor.school();
        return (refused ? "Error: " : "")
                + title
                + (school == null ? "" : " – " + school)
                + " – Lanyard";
    }
}
