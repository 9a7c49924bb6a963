// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.assurance;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.calendar.Terms;

/// Works out how clauses stand. The same evidence and the same day give the same state for ever.
public final class Assessment {

    /// Nobody needs to hear of a thing earlier than this before it is due.
    private static final long LONGEST_LEAD = 30;

    /// A thing that is due each week is due soon for a day or two, not for ever.
    private static final long PART_OF_SPAN = 4;

    /// Of two things seen at once, the one that shows a fault counts.
    private static final Comparator<Evidence> NEWEST_FIRST =
            Comparator.comparing(Evidence::at)
                    .reversed()
                    .thenComparing(Evidence::good)
                    .thenComparing(Evidence::what);

    private final LocalDate day;
    private final Terms terms;

    /// Looks from a day; what happened after it is not looked at.
    public Assessment(LocalDate day, Terms terms) {
        this.day = day;
        this.terms = terms;
    }

    /// How a clause stands, from one showing for each thing that keeps it.
    public Assessed of(Schedule schedule, List<Showing> showings) {
        var parts = showings.stream().map(each -> part(schedule, each)).toList();
        var bases = EnumSet.noneOf(Basis.class);
        parts.stream()
                .flatMap(part -> part.evidence().stream().limit(1))
                .forEach(newest -> bases.add(newest.basis()));
        return new Assessed(
                parts.stream()
                        .map(Assessed.Part::state)
                        .min(Comparator.naturalOrder())
                        .orElse(State.NOT_BOUND),
                parts,
                parts.stream()
                        .map(Assessed.Part::nextDue)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                bases);
    }

    private Assessed.Part part(Schedule schedule, Showing showing) {
        var evidence =
                showing.evidence().stream()
                        .filter(each -> !SchoolTime.day(each.at()).isAfter(day))
                        .sorted(NEWEST_FIRST)
                        .toList();
        if (evidence.isEmpty()) {
            return new Assessed.Part(
                    showing.mechanism(), State.NOT_EVIDENCED, evidence, null, showing.missing());
        }
        var newest = evidence.getFirst();
        var due = due(schedule, newest);
        var state = newest.good() ? state(newest, due) : State.OVERDUE;
        return new Assessed.Part(showing.mechanism(), state, evidence, due, newest.what());
    }

    private @Nullable LocalDate due(Schedule schedule, Evidence newest) {
        return switch (newest.lasts()) {
            case Lasts.OnTheDay() -> null;
            case Lasts.Until(var last) -> last;
            case Lasts.ByCadence() ->
                    schedule.nextAfter(SchoolTime.day(newest.at()), terms).orElse(null);
        };
    }

    private State state(Evidence newest, @Nullable LocalDate due) {
        if (due == null) {
            return State.KEPT;
        }
        if (day.isAfter(due)) {
            return State.OVERDUE;
        }
        return newest.lasts() instanceof Lasts.ByCadence
                        && !day.isBefore(due.minusDays(lead(SchoolTime.day(newest.at()), due)))
                ? State.DUE_SOON
                : State.KEPT;
    }

    private static long lead(LocalDate done, LocalDate due) {
        return Math.min(LONGEST_LEAD, (due.toEpochDay() - done.toEpochDay()) / PART_OF_SPAN);
    }
}
