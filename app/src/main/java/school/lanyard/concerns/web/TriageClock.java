// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Pack;
import school.lanyard.web.Times;

/// How long a concern has waited, and by when the policy wants somebody to act on it.
///
/// @param due absent where the policy sets no time
public record TriageClock(Instant receivedAt, @Nullable Instant due, Instant now) {

    /// The key, in every pack that has it, of the longest time to acting on a concern.
    private static final String INTERVAL = "first-action";

    static TriageClock of(Pack pack, Instant receivedAt, Instant now) {
        var interval = pack.intervals().get(INTERVAL);
        return new TriageClock(
                receivedAt,
                interval == null ? null : SchoolTime.after(receivedAt, interval.length()),
                now);
    }

    /// Such as "Received 3 minutes ago".
    public String age() {
        return "Received " + Times.length(Duration.between(receivedAt, now)) + " ago";
    }

    public boolean late() {
        return due != null && now.isAfter(due);
    }

    /// Such as "Act on it by 3:05pm today"; empty where the policy sets no time.
    public String words() {
        if (due == null) {
            return "";
        }
        return late()
                ? "Overdue by " + Times.length(Duration.between(due, now))
                : "Act on it by "
                        + (isToday(due) ? Times.time(due) + " today" : Times.dayAndTime(due));
    }

    private boolean isToday(Instant at) {
        return SchoolTime.day(at).equals(SchoolTime.day(now));
    }
}
