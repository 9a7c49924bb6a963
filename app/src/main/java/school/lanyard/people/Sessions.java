// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Who is signed in, in this server's memory only: a restart signs everybody out.
@Component
public final class Sessions implements EndedSessions {

    public static final Duration IDLE = Duration.ofMinutes(30);
    public static final Duration IDLE_READER = Duration.ofMinutes(15);
    public static final Duration LONGEST = Duration.ofHours(12);

    /// One session.
    ///
    /// @param secondFactor whether it was opened with one
    /// @param seen when its last request came
    public record Session(
            String id,
            String school,
            String person,
            boolean secondFactor,
            Instant opened,
            Instant seen) {

        private Session seenAt(Instant at) {
            return new Session(id, school, person, secondFactor, opened, at);
        }
    }

    private final InstantSource clock;
    private final Map<String, Session> open = new ConcurrentHashMap<>();

    public Sessions(InstantSource clock) {
        this.clock = clock;
    }

    public Session open(String school, String person, boolean secondFactor) {
        trim();
        var now = clock.instant();
        var session =
                new Session(UUID.randomUUID().toString(), school, person, secondFactor, now, now);
        open.put(session.id(), session);
        return session;
    }

    /// The session, if it has not ended by itself.
    public Optional<Session> find(String id) {
        return Optional.ofNullable(open.get(id)).filter(session -> alive(session, IDLE));
    }

    /// Counts a request. False if the session has been idle for longer than it may be.
    public boolean touch(Session session, Duration idle) {
        if (!alive(session, idle)) {
            open.remove(session.id());
            return false;
        }
        return open.computeIfPresent(session.id(), (_, now) -> now.seenAt(clock.instant())) != null;
    }

    public void end(String id) {
        open.remove(id);
    }

    @Override
    public void endAllOf(String school, String person) {
        open.values()
                .removeIf(each -> each.school().equals(school) && each.person().equals(person));
    }

    private boolean alive(Session session, Duration idle) {
        var now = clock.instant();
        return now.isBefore(session.seen().plus(idle))
                && now.isBefore(session.opened().plus(LONGEST));
    }

    private void trim() {
        open.values().removeIf(session -> !alive(session, IDLE));
    }
}
