// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.file;

import org.jspecify.annotations.Nullable;

/// That an adult belongs to a child.
///
/// @param child the key of the child's entry, or of one of their identifiers
/// @param adult the key of the adult's entry
/// @param guardian whether they are a parent or guardian, and not only a relative
/// @param responsible whether they have parental responsibility; absent where the file does not say
/// @param mayContact whether the school may contact them; absent where the file does not say
public record Tie(
        Place place,
        String child,
        String adult,
        boolean guardian,
        @Nullable Boolean responsible,
        @Nullable Boolean mayContact) {

    @Override
    public String toString() {
        return "Tie[" + place.words() + "]";
    }
}
