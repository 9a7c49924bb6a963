// SPDX-License-Identifier: Apache-2.0
package school.lanyard.roster.file;

import java.util.Locale;

/// A number that belongs to one person and nobody else.
public record Identifier(Scheme scheme, String value) {

    static final int LONGEST = 100;

    public Identifier {
        value = value.strip();
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException("an identifier has 1 to 100 characters");
        }
        // A pupil number means the same in small letters; another program's key may not.
        value = scheme == Scheme.SOURCED ? value : value.toUpperCase(Locale.ROOT);
    }

    /// The same as one word, for looking it up.
    public String key() {
        return scheme + ":" + value;
    }

    @Override
    public String toString() {
        return "Identifier[" + scheme + "]";
    }
}
