// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import java.time.Duration;
import java.time.Instant;

/// A time by which something must be done, as seen now.
public record Deadline(Instant due, Instant now) {

    private static final Duration JUST_NOW = Duration.ofMinutes(15);
    private static final Duration SOON = Duration.ofHours(24);

    public boolean overdue() {
        return now.isAfter(due);
    }

    public boolean soon() {
        return !overdue() && !now.plus(SOON).isBefore(due);
    }

    /// Whether it fell due only just now, as what is due at once does.
    private boolean justNow() {
        return overdue() && now.isBefore(due.plus(JUST_NOW));
    }

    /// Such as "Due in 2 hours" or "Overdue by 3 days".
    public String words() {
        if (justNow()) {
            return "Due now";
        }
        var left = Times.length(Duration.between(now, due));
        return (overdue() ? "Overdue by " : "Due in ") + left;
    }

    public String css() {
        return overdue() && !justNow()
                ? "ly-clock--overdue"
                : overdue() || soon() ? "ly-clock--soon" : "ly-clock--later";
    }
}
