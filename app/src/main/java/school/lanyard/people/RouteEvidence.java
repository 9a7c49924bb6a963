// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import school.lanyard.core.assurance.Evidence;
import school.lanyard.core.assurance.Showing;
import school.lanyard.core.calendar.SchoolTime;
import school.lanyard.core.routing.Destination;
import school.lanyard.core.routing.Route;
import school.lanyard.evidence.Asked;
import school.lanyard.evidence.EvidenceSource;
import school.lanyard.evidence.Keeper;

/// A route is kept while a concern sent along it would reach somebody in the school, whomever of
/// those that it is for the concern were about. It is worked out from posts and accounts alone.
@Component
class RouteEvidence implements EvidenceSource {

    private final Appointments appointments;
    private final Accounts accounts;

    RouteEvidence(Appointments appointments, Accounts accounts) {
        this.appointments = appointments;
        this.accounts = accounts;
    }

    @Override
    public String prefix() {
        return "route";
    }

    @Override
    public Map<String, Showing> show(Asked asked, Collection<String> mechanisms) {
        var reachable = accounts.openAt(asked.school(), asked.at());
        var held =
                appointments.on(asked.school(), asked.day()).stream()
                        .filter(each -> reachable.contains(each.person()))
                        .toList();
        var showings = new LinkedHashMap<String, Showing>();
        for (var mechanism : mechanisms) {
            route(asked, mechanism)
                    .ifPresent(route ->
                            showings.put(mechanism, showing(mechanism, route, held, asked)));
        }
        return showings;
    }

    private static Showing showing(
            String mechanism, Route route, List<Appointment> held, Asked asked) {
        if (held.stream().noneMatch(each -> takers(route).contains(each.role()))) {
            return Showing.nothing(
                    mechanism,
                    "Nobody who can sign in holds a post that this goes to. It would be sent to a"
                            + " number outside the school.");
        }
        var good = subjects(route, held).stream().allMatch(who -> reaches(route, held, who));
        return Showing.of(
                mechanism,
                Evidence.seen(
                        good ? since(route, held, asked) : asked.at(),
                        good,
                        good
                                ? "A concern that goes this way reaches somebody who can take it."
                                : "A concern about one holder of the post would reach nobody else"
                                        + " in the school, only a number outside it."));
    }

    private static Set<String> takers(Route route) {
        return route.tiers().stream().flatMap(List::stream).collect(Collectors.toSet());
    }

    /// Everybody whom such a concern could be about by their post, or nobody in particular.
    private static Set<String> subjects(Route route, List<Appointment> held) {
        var subjects = new HashSet<>(Set.of(""));
        held.stream()
                .filter(each -> route.aboutRoles().contains(each.role()))
                .forEach(each -> subjects.add(each.person()));
        return subjects;
    }

    private static boolean reaches(Route route, List<Appointment> held, String about) {
        return route.destination(role ->
                held.stream()
                        .anyMatch(each -> each.role().equals(role) && !each.person().equals(about)))
                instanceof Destination.ToRoles;
    }

    /// Since the policy says so and the first of those who now take it was appointed.
    private static java.time.Instant since(Route route, List<Appointment> held, Asked asked) {
        var first =
                held.stream()
                        .filter(each -> takers(route).contains(each.role()))
                        .map(each -> each.from().atStartOfDay(SchoolTime.ZONE).toInstant())
                        .min(java.util.Comparator.naturalOrder())
                        .orElse(asked.since());
        return first.isAfter(asked.since()) ? first : asked.since();
    }

    private static Optional<Route> route(Asked asked, String mechanism) {
        return asked.pack().route(EvidenceSource.rest(mechanism));
    }

    @Override
    public Keeper keeper(Asked asked, String mechanism) {
        return Keeper.of(
                "Where concerns go: "
                        + route(asked, mechanism)
                                .map(Route::label)
                                .orElse(EvidenceSource.rest(mechanism)));
    }
}
