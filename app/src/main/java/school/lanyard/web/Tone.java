// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import java.util.Locale;

/// The colour of a tag. Colour never carries the meaning alone: the words do.
public enum Tone {
    GREY,
    GREEN,
    TURQUOISE,
    BLUE,
    PURPLE,
    PINK,
    RED,
    ORANGE,
    YELLOW;

    public String css() {
        return "govuk-tag--" + name().toLowerCase(Locale.ROOT);
    }
}
