// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.retention;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// How long a school's policy keeps cases.
///
/// @param afterBirth of a child; absent where the policy does not say
/// @param afterEnd of a case in which no child has a part, or nobody; absent where the policy does
///   not say
/// @param afterLeaving of the adult whom a low-level concern is about; absent where the policy does
///   not say
public record Schedule(
        @Nullable Period afterBirth, @Nullable Period afterEnd, @Nullable Period afterLeaving) {

    public Schedule(@Nullable Period afterBirth, @Nullable Period afterEnd) {
        this(afterBirth, afterEnd, null);
    }

    /// A case is kept as long as the longest-held of its people.
    ///
    /// @param endedOn when the case was closed or answered
    public Term of(LocalDate endedOn, Collection<Kept> people) {
        var terms = new ArrayList<Term>();
        people.forEach(each -> terms.add(term(endedOn, each)));
        if (people.isEmpty()) {
            terms.add(term(endedOn, new Kept.Adult()));
        }
        return terms.stream().max(LONGEST).orElseThrow();
    }

    /// What nobody can tell is longer than any day.
    private static final Comparator<Term> LONGEST =
            Comparator.comparingInt(Schedule::weight)
                    .thenComparing(
                            term -> term instanceof Term.From(var day, _) ? day : LocalDate.MAX);

    private static int weight(Term term) {
        return switch (term) {
            case Term.From _ -> 0;
            case Term.NotLeft _ -> 1;
            case Term.BirthMissing _ -> 2;
            case Term.NotStated _ -> 3;
        };
    }

    private Term term(LocalDate endedOn, Kept who) {
        return switch (who) {
            case Kept.Child(var born) -> ofChild(born);
            case Kept.Adult _ ->
                    afterEnd == null
                            ? new Term.NotStated()
                            : new Term.From(endedOn.plus(afterEnd), Term.Reason.END);
            case Kept.Colleague(var left) -> ofColleague(endedOn, left);
        };
    }

    private Term ofChild(@Nullable LocalDate born) {
        if (afterBirth == null) {
            return new Term.NotStated();
        }
        return born == null
                ? new Term.BirthMissing()
                : new Term.From(born.plus(afterBirth), Term.Reason.BIRTH);
    }

    private Term ofColleague(LocalDate endedOn, @Nullable LocalDate left) {
        if (afterLeaving == null) {
            return new Term.NotStated();
        }
        return left == null
                ? new Term.NotLeft()
                : new Term.From(
                        (left.isAfter(endedOn) ? left : endedOn).plus(afterLeaving),
                        Term.Reason.LEFT);
    }
}
