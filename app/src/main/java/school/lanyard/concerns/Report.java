// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a reporter wrote. It is kept as written and never edited.
///
/// @param about the routes of the pack that the reporter ticked, such as "a child"
/// @param what what was seen or heard, in the reporter's words
/// @param childsWords the child's own words, kept apart from the reporter's
/// @param happenedAt absent where only the day is known
/// @param happenedAbout the time as typed where it was no exact one, such as "after lunch"
/// @param riskNow what the reporter says of anyone at risk at this moment; empty where nobody is
/// @param writtenAt when the reporter sent it, which may be long after it happened
/// @param origin where it came from; absent where somebody signed in wrote it
/// @param kind of the pack's kinds of report; absent for an ordinary concern
public record Report(
        List<String> about,
        List<Named> people,
        String what,
        String childsWords,
        LocalDate happenedOn,
        @Nullable LocalTime happenedAt,
        String happenedAbout,
        Place place,
        String where,
        String system,
        boolean atRiskNow,
        String riskNow,
        Instant writtenAt,
        @Nullable Origin origin,
        @Nullable String kind) {

    /// Whether it happened at school. The same rules hold on and off site (BL-002).
    public enum Place {
        ON_SITE,
        OFF_SITE,
        UNKNOWN
    }

    /// Somebody the reporter named.
    ///
    /// @param person the roster's id, absent where the name matched nobody there
    public record Named(@Nullable String person, String name) {}

    /// By somebody signed in.
    public Report(
            List<String> about,
            List<Named> people,
            String what,
            String childsWords,
            LocalDate happenedOn,
            @Nullable LocalTime happenedAt,
            String happenedAbout,
            Place place,
            String where,
            String system,
            boolean atRiskNow,
            String riskNow,
            Instant writtenAt) {
        this(
                about,
                people,
                what,
                childsWords,
                happenedOn,
                happenedAt,
                happenedAbout,
                place,
                where,
                system,
                atRiskNow,
                riskNow,
                writtenAt,
                null,
                null);
    }

    /// Nothing of it, so that nothing of it gets into a log.
    @Override
    public String toString() {
        return "Report";
    }

    public Report {
        about = List.copyOf(about);
        people = List.copyOf(people);
        if (what.isBlank()) {
            throw new IllegalArgumentException("a report says what was seen or heard");
        }
    }
}
