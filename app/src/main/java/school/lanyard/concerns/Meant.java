// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import school.lanyard.core.routing.Route;
import school.lanyard.core.routing.Routing;

/// Whom one report may be about by its own words, whatever triage says of them since.
///
/// @param people of the roster whom it names
/// @param ticked whom it says it is about, as routes
record Meant(Set<String> people, List<Route> ticked) {

    static Meant by(Report report, Routing routing) {
        return new Meant(
                report.people().stream()
                        .map(Report.Named::person)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toUnmodifiableSet()),
                ticked(report, routing));
    }

    static List<Route> ticked(Report report, Routing routing) {
        return routing.routes().stream()
                .filter(route -> report.about().contains(route.key()))
                .toList();
    }

    /// The posts that it ticks.
    static Set<String> roles(List<Route> ticked) {
        return ticked.stream()
                .flatMap(route -> route.aboutRoles().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
