// SPDX-License-Identifier: Apache-2.0
package school.lanyard.web;

import java.time.Duration;
import java.time.Instant;

/// A time by which something must be done, as seen now.
public record Deadline(Instant due, Instant now) {

    private static final Duration SOON = Duration.ofHours(24);

    public boolean overdue() {
        return now.isAfter(due);
    }

    public boolean soon() {
        return !overdue() && !now.plus(SOON).isBefore(due);
    }

    /// Such as "Due in 2 hours" or "Overdue by 3 days".
    public String words() {
        var left = Times.length(Duration.between(now, due));
        return (overdue() ? "Overdue by " : "Due in ") + left;
    }

    public String css() {
        return overdue() ? "ly-clock--overdue" : soon() ? "ly-clock--soon" : "ly-clock--later";
    }
}
