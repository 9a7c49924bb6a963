// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A drawn face, so that children find their grown-up without a photograph of anybody.
public enum Face {
    SHORT_HAIR("Short dark hair"),
    LONG_HAIR("Long brown hair"),
    CURLY_HAIR("Curly black hair"),
    GREY_HAIR("Grey hair and glasses"),
    HEADSCARF("Headscarf"),
    FAIR_HAIR("Fair hair in a bun"),
    BEARD("No hair, and a beard");

    private final String words;

    Face(String words) {
        this.words = words;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String words() {
        return words;
    }

    public static Optional<Face> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
