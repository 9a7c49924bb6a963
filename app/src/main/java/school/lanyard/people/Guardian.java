// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import org.jspecify.annotations.Nullable;

/// What stands between a child and an adult of theirs.
///
/// @param guardian whether they are a parent or guardian, and not only a relative
/// @param responsible whether they have parental responsibility; absent where nobody has said
/// @param mayContact whether the school may contact them; absent where nobody has said
public record Guardian(
        String child,
        String adult,
        boolean guardian,
        @Nullable Boolean responsible,
        @Nullable Boolean mayContact) {

    /// Whether the school has been told that it must not contact them.
    public boolean mustNotBeContacted() {
        return Boolean.FALSE.equals(mayContact);
    }
}
