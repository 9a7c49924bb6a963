// SPDX-License-Identifier: Apache-2.0
package school.lanyard.retention;

import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Interval;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.retention.Schedule;

/// The keys, in every pack, of how long is long enough.
public final class Intervals {

    static final String CHILD = "child-protection-retention";
    static final String ADULT = "adult-case-retention";
    static final String LOW_LEVEL = "low-level-retention";
    static final String KEY_BACKUPS = "key-backup-retention";

    private Intervals() {}

    static Schedule schedule(Pack pack) {
        return new Schedule(period(pack, CHILD), period(pack, ADULT), period(pack, LOW_LEVEL));
    }

    /// When the last backup of keys that is older than a disposal has gone; absent where the policy
    /// does not say how long they are kept.
    public static Optional<Instant> complete(Pack pack, Instant destroyed) {
        return Optional.ofNullable(pack.intervals().get(KEY_BACKUPS))
                .map(interval -> SchoolTime.after(destroyed, interval.length()));
    }

    /// What the policy says in words, for a page; absent where it says nothing.
    public static Optional<Interval> ofChildren(Pack pack) {
        return Optional.ofNullable(pack.intervals().get(CHILD));
    }

    public static Optional<Interval> ofAdults(Pack pack) {
        return Optional.ofNullable(pack.intervals().get(ADULT));
    }

    public static Optional<Interval> ofLowLevel(Pack pack) {
        return Optional.ofNullable(pack.intervals().get(LOW_LEVEL));
    }

    private static @Nullable Period period(Pack pack, String key) {
        var interval = pack.intervals().get(key);
        return interval != null && interval.length() instanceof Period period ? period : null;
    }
}
