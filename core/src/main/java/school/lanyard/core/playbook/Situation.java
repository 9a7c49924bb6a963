// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.playbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What has happened in a case so far.
///
/// @param events in the order in which they were recorded; their times are for clocks and for
///   people
public record Situation(Instant openedAt, List<Event> events) {
    public Situation {
        events = List.copyOf(events);
    }

    public static Situation openedAt(Instant at) {
        return new Situation(at, List.of());
    }

    public Situation with(Event event) {
        var longer = new ArrayList<>(events);
        longer.add(event);
        return new Situation(openedAt, longer);
    }

    public Situation did(String step, Instant at, String by) {
        return with(new Event.Did(step, at, by));
    }

    public Situation answered(String fact, @Nullable Value value, Instant at, String by) {
        return with(new Event.Answered(fact, value, at, by));
    }
}
