// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.assurance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a clause stands on a day. The one listed first counts where several things keep a clause: it
/// is kept no better than by the weakest of them.
public enum State {
    /// It should be in order by now and is not: its time ran out, or it was looked at and found
    /// wanting.
    OVERDUE("Overdue"),
    /// Something keeps it, and there is nothing to show for that yet.
    NOT_EVIDENCED("Not evidenced"),
    DUE_SOON("Due soon"),
    KEPT("Kept"),
    /// Nothing in the program keeps it.
    NOT_BOUND("Not bound");

    private final String words;

    State(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /// As it stands in addresses and exports, such as `due-soon`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<State> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    /// Whether somebody has to see to it.
    public boolean wanting() {
        return this == OVERDUE || this == NOT_EVIDENCED;
    }
}
