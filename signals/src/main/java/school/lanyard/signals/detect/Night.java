// SPDX-License-Identifier: Apache-2.0
package school.lanyard.signals.detect;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/// Knows whether a moment is at night where the school is, also when the clocks change.
final class Night {

    private static final long HOUR = 3_600_000;
    private static final long MINUTE = 60_000;

    private final ZoneId zone;
    private final LocalTime from;
    private final LocalTime to;
    private long minute = Long.MAX_VALUE - MINUTE;
    private boolean dark;
    private long hour = Long.MIN_VALUE;
    private long offset;

    Night(Settings settings) {
        zone = settings.zone();
        from = settings.nightFrom();
        to = settings.nightTo();
    }

    boolean includes(long at) {
        if (at < minute || at >= minute + MINUTE) {
            minute = Math.floorDiv(at, MINUTE) * MINUTE;
            dark = isDark(minute);
        }
        return dark;
    }

    private boolean isDark(long at) {
        int second = (int) (Math.floorMod(at + offset(at), 24 * HOUR) / 1000);
        int start = from.toSecondOfDay();
        int end = to.toSecondOfDay();
        return start > end ? second >= start || second < end : second >= start && second < end;
    }

    /// The days are counted from noon to noon, so that a night is one.
    long night(long at) {
        return Math.floorDiv(at + offset(at) - 12 * HOUR, 24 * HOUR);
    }

    private long offset(long at) {
        long now = Math.floorDiv(at, HOUR);
        if (now != hour) {
            hour = now;
            offset = 1000L * zone.getRules().getOffset(Instant.ofEpochMilli(at)).getTotalSeconds();
        }
        return offset;
    }
}
