// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.policy.Publication.State;
import school.lanyard.policy.store.EditionRows.Dated;
import school.lanyard.policy.store.PublicationRows;

/// What became of each edition of a school, worked out from when each was published and for when.
final class History {

    private History() {}

    static List<Publication> of(
            List<Dated> editions,
            Function<String, Edition> open,
            Map<String, PublicationRows.Row> origins,
            LocalDate today) {
        var began = CameIntoForce.moments(editions);
        var order = List.copyOf(began.keySet());
        var found = new ArrayList<Publication>();
        for (var edition : editions) {
            int place = order.indexOf(edition.id());
            var next =
                    place < 0 || place + 1 == order.size()
                            ? null
                            : SchoolTime.day(
                                    Objects.requireNonNull(began.get(order.get(place + 1))));
            found.add(
                    publication(
                            edition,
                            open.apply(edition.id()),
                            origins.get(edition.id()),
                            next,
                            state(place >= 0, edition.inForceOn(), next, today)));
        }
        Collections.reverse(found);
        return List.copyOf(found);
    }

    private static State state(
            boolean runs, LocalDate from, @Nullable LocalDate next, LocalDate today) {
        if (!runs) {
            return State.NEVER_RAN;
        }
        if (from.isAfter(today)) {
            return State.TO_COME;
        }
        return next == null || next.isAfter(today) ? State.IN_FORCE : State.SUPERSEDED;
    }

    private static Publication publication(
            Dated dated,
            Edition edition,
            PublicationRows.@Nullable Row origin,
            @Nullable LocalDate next,
            State state) {
        var occasion = origin == null ? null : origin.occasion();
        return new Publication(
                edition,
                state,
                dated.inForceOn(),
                dated.publishedAt(),
                next,
                origin == null ? null : origin.approval(),
                origin == null ? null : origin.signature(),
                occasion == null ? null : Occasion.of(occasion).orElse(null));
    }
}
