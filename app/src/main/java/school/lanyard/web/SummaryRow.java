// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One question and its answer in a summary list, with what can be done about it.
public record SummaryRow(String key, Content value, List<Link> actions) {

    /// The value may be text, a number or content; nothing is shown as a dash.
    public static SummaryRow of(String key, @Nullable Object value, Link... actions) {
        return new SummaryRow(key, Text.of(value), List.of(actions));
    }
}
