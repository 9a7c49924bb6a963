// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/// One answer of a radio, checkbox or select question.
///
/// @param reveal a further question, shown beneath once this answer is chosen
/// @param alone for checkboxes: choosing this clears the others ("None of these")
public record Choice(
        String value,
        String label,
        @Nullable String hint,
        @Nullable Content reveal,
        boolean alone) {

    public static Choice of(String value, String label) {
        return new Choice(value, label, null, null, false);
    }

    public static Choice of(String value, String label, String hint) {
        return new Choice(value, label, hint, null, false);
    }

    public Choice revealing(Content content) {
        return new Choice(value, label, hint, content, alone);
    }

    public Choice standingAlone() {
        return new Choice(value, label, hint, reveal, true);
    }
}
