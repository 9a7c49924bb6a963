// SPDX-License-Identifier: Apache-2.0
package school.lanyard.reports.names;

/// A place in a text that may tell who somebody is.
///
/// @param start index of its first character
/// @param end index after its last character
/// @param text the words as written
public record Hit(int start, int end, String text, Kind kind) {

    public enum Kind {
        FULL_NAME,
        FIRST_NAME,
        SURNAME,
        INITIALS,
        CLASS_NAME,
        /// A name that is also an everyday word, such as Hope or King.
        EVERYDAY_WORD
    }

    /// Whether a person may say "this is not a name here". A plain name has to go.
    public boolean mayStand() {
        return switch (kind) {
            case FULL_NAME, FIRST_NAME, SURNAME -> false;
            case INITIALS, CLASS_NAME, EVERYDAY_WORD -> true;
        };
    }
}
