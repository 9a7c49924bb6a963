// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.util.Locale;

/// The part somebody has in a case. Each person has their own: one is harmed, another is said to
/// have done it, and nobody is both by mistake.
public enum Part {
    /// The case is about harm, or the risk of it, to this person.
    AFFECTED,
    /// It is said that this person did it.
    ALLEGED,
    /// Saw or heard it.
    WITNESS,
    /// Family who may need to be told.
    FAMILY;

    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Part of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }

    /// Whether the case is about them, so that it is closed to them and their family.
    public boolean isAbout() {
        return this == AFFECTED || this == ALLEGED;
    }
}
