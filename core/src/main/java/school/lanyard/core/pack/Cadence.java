// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How often a clause asks for what it asks.
public enum Cadence {
    NONE,
    CONTINUOUS,
    ON_EVENT,
    IMMEDIATE,
    WITHIN_72H,
    AT_INDUCTION,
    TERMLY,
    ANNUAL,
    EVERY_2_YEARS,
    /// The policy repeats it but gives no number: the school chooses one, and is shown to have.
    REGULAR;

    /// The word in packs, such as `on-event`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Cadence> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
