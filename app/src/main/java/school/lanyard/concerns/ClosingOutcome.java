// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.util.Locale;

/// How an incident ended, in the few kinds that reports count.
public enum ClosingOutcome {
    SUPPORT("Support and teaching, no sanction"),
    SANCTION("Dealt with under the behaviour policy"),
    STAFF_PROCEDURE("Dealt with under staff procedures"),
    OUTSIDE_BODY("Taken on by police, social care or another outside body"),
    SYSTEM_CHANGE("A system, filter or way of working was changed"),
    UNFOUNDED("Looked into, and nothing of concern was found");

    private final String label;

    ClosingOutcome(String label) {
        this.label = label;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String label() {
        return label;
    }

    /// The words for a key; the key itself if it is no longer used.
    public static String label(String key) {
        for (var outcome : values()) {
            if (outcome.key().equals(key)) {
                return outcome.label();
            }
        }
        return key;
    }
}
