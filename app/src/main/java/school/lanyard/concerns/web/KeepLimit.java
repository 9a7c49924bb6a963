// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// How often something may be kept without a session: a page that saves by itself stays well below
/// it, a program that found a form does not.
final class KeepLimit {

    static final int MOST = 150;
    static final Duration WINDOW = Duration.ofMinutes(10);

    private static final int REMEMBERED = 10_000;

    private record Count(Instant since, int times) {}

    private final Map<String, Count> counts =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
                    return size() > REMEMBERED;
                }
            };

    synchronized boolean allows(String draft, Instant at) {
        var count =
                counts.merge(
                        draft,
                        new Count(at, 1),
                        (before, first) ->
                                before.since().plus(WINDOW).isBefore(at)
                                        ? first
                                        : new Count(before.since(), before.times() + 1));
        return count.times() <= MOST;
    }
}
