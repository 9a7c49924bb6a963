// SPDX-License-Identifier: Apache-2.0
package school.lanyard.openreporting;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;
import school.lanyard.core.digest.Sha256;

/// Slows whoever sends a great deal from one network, and refuses nobody for it: a whole school, or
/// everybody on one telephone company, may sit behind one address.
///
/// No address is kept: what is counted is a print under a key that is never written down and is
/// gone when the server stops.
@Component
public final class Pace {

    /// Within the window, so many are let through at once; each one after them waits twice as long.
    static final int FREE = 60;

    static final Duration WINDOW = Duration.ofMinutes(10);
    static final Duration FIRST_WAIT = Duration.ofMillis(500);
    static final Duration LONGEST_WAIT = Duration.ofSeconds(8);

    private static final int REMEMBERED = 10_000;
    private static final int WAITING_AT_ONCE = 100;

    private record Count(Instant since, int times) {}

    private final Map<String, Count> counts =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
                    return size() > REMEMBERED;
                }
            };

    private final InstantSource clock;
    private final String key = HexFormat.of().formatHex(random());
    private final Semaphore places = new Semaphore(WAITING_AT_ONCE);

    Pace(InstantSource clock) {
        this.clock = clock;
    }

    /// Waits as long as this network has to.
    ///
    /// @return false where so many wait already that this one has to try again in a while
    public boolean keep(String network) {
        var wait = waitOf(network, clock.instant());
        if (wait.isZero()) {
            return true;
        }
        if (!places.tryAcquire()) {
            return false;
        }
        try {
            LockSupport.parkNanos(wait.toNanos());
            return true;
        } finally {
            places.release();
        }
    }

    /// How long the next from this network waits.
    Duration waitOf(String network, Instant now) {
        int over = count(network, now) - FREE;
        if (over <= 0) {
            return Duration.ZERO;
        }
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(over - 1, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private synchronized int count(String network, Instant now) {
        return counts.merge(
                        Sha256.hex(key + network),
                        new Count(now, 1),
                        (before, first) ->
                                isOver(before.since(), now)
                                        ? first
                                        : new Count(before.since(), before.times() + 1))
                .times();
    }

    /// A clock that was put back begins a new window: nobody waits for the hours that it lost.
    private static boolean isOver(Instant since, Instant now) {
        return since.plus(WINDOW).isBefore(now) || now.isBefore(since);
    }

    private static byte[] random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
