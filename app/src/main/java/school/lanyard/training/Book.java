// SPDX-License-Identifier: Apache-2.0
package school.lanyard.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.pack.Course;
import school.lanyard.core.pack.Interval;
import school.lanyard.core.pack.Pack;

/// Who has had which course, as of a day. Pure: the same sessions and the same day give the same
/// for ever.
///
/// A course of several items is had on the day of the item that is longest ago, so that a session
/// without one of them does not count for the whole.
public final class Book {

    private record About(String course, String item, String person) {}

    private static final String WHOLE = "";

    private final Pack pack;
    private final LocalDate day;
    private final Map<About, LocalDate> latest = new HashMap<>();

    public Book(Pack pack, LocalDate day, Collection<Session> sessions) {
        this.pack = pack;
        this.day = day;
        for (var session : sessions) {
            for (var person : session.people()) {
                enter(session, WHOLE, person);
                session.items().forEach(item -> enter(session, item, person));
            }
        }
    }

    private void enter(Session session, String item, String person) {
        latest.merge(
                new About(session.course(), item, person),
                session.heldOn(),
                (one, other) -> one.isAfter(other) ? one : other);
    }

    public Pack pack() {
        return pack;
    }

    /// Where somebody stands.
    ///
    /// @param since when they came to need it: when they joined the group or took the post
    public Trained of(Course course, String person, LocalDate since) {
        var days = new ArrayList<@Nullable LocalDate>();
        var missing = new ArrayList<String>();
        for (var item : course.items()) {
            var had = latest.get(new About(course.key(), item.key(), person));
            days.add(had);
            if (had == null) {
                missing.add(item.says());
            }
        }
        if (days.isEmpty()) {
            days.add(latest.get(new About(course.key(), WHOLE, person)));
        }
        var last = missing.isEmpty() ? earliest(days) : null;
        var due = last == null ? first(course, since) : again(course, last);
        return new Trained(
                last,
                due,
                missing.size() == course.items().size() ? List.of() : missing,
                due != null && day.isAfter(due));
    }

    private static @Nullable LocalDate earliest(List<@Nullable LocalDate> days) {
        return days.stream()
                .flatMap(java.util.stream.Stream::ofNullable)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private LocalDate first(Course course, LocalDate since) {
        return after(course.within(), since).orElse(since);
    }

    private @Nullable LocalDate again(Course course, LocalDate last) {
        return after(course.again(), last).orElse(null);
    }

    private Optional<LocalDate> after(String interval, LocalDate from) {
        var noon = from.atTime(12, 0).atZone(SchoolTime.ZONE).toInstant();
        return Optional.ofNullable(pack.intervals().get(interval))
                .map(Interval::length)
                .map(length -> SchoolTime.day(SchoolTime.after(noon, length)));
    }
}
