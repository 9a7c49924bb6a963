// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.retention;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How long a school's policy keeps cases.
///
/// @param afterBirth of a child; absent where the policy does not say
/// @param afterEnd of a case in which no child has a part, or nobody; absent where the policy does
///   not say
public record Schedule(@Nullable Period afterBirth, @Nullable Period afterEnd) {

    /// A case is kept as long as the longest-held of its people.
    ///
    /// @param endedOn when the case was closed or answered
    public Term of(LocalDate endedOn, Collection<Kept> people) {
        var children =
                people.stream()
                        .filter(Kept.Child.class::isInstance)
                        .map(Kept.Child.class::cast)
                        .toList();
        if (afterEnd == null || (afterBirth == null && !children.isEmpty())) {
            return new Term.NotStated();
        }
        if (children.stream().anyMatch(child -> child.bornOn() == null)) {
            return new Term.BirthMissing();
        }
        var terms = new ArrayList<Term.From>();
        if (children.size() < people.size() || people.isEmpty()) {
            terms.add(new Term.From(endedOn.plus(afterEnd), Term.Reason.END));
        }
        children.stream()
                .flatMap(child -> Optional.ofNullable(child.bornOn()).stream())
                .map(born -> new Term.From(born.plus(afterBirth), Term.Reason.BIRTH))
                .forEach(terms::add);
        return terms.stream().max(Comparator.comparing(Term.From::day)).orElseThrow();
    }
}
