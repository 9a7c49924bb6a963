// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.routing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/// A school's routes, in order of precedence.
///
/// A route about a role beats one about a group, and that beats "anything else". Between two of the
/// same kind the one listed first wins, so that a concern about a pupil and the headteacher follows
/// the headteacher's route.
public record Routing(List<Route> routes) {

    public Routing {
        routes = List.copyOf(routes);
        if (routes.stream().noneMatch(Route::isForAnythingElse)) {
            throw new IllegalArgumentException("no route takes everything else");
        }
    }

    /// The route for a concern about these people; nobody in particular takes the last route.
    public Route routeFor(Collection<About> people) {
        return first(people, Route::isAboutRole)
                .or(() -> first(people, Route::isAboutGroup))
                .orElseGet(this::anythingElse);
    }

    private Optional<Route> first(Collection<About> people, BiPredicate<Route, About> match) {
        return routes.stream()
                .filter(route -> people.stream().anyMatch(about -> match.test(route, about)))
                .findFirst();
    }

    private Route anythingElse() {
        return routes.stream().filter(Route::isForAnythingElse).findFirst().orElseThrow();
    }
}
