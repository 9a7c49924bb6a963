// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.routing;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Where concerns about some people go: tiers of roles tried in order, and at last an outside
/// contact.
///
/// A route with neither `aboutRoles` nor `aboutGroups` takes everything else. Whoever takes a
/// concern also tells the contacts in `alsoTell`. Concerns on a `leader` route stand in the
/// leaders' annex of reports, not among the general figures.
public record Route(
        String key,
        String label,
        Set<String> aboutRoles,
        Set<String> aboutGroups,
        List<List<String>> tiers,
        String contact,
        List<String> alsoTell,
        boolean leader,
        List<String> clauses) {

    public Route {
        aboutRoles = Set.copyOf(aboutRoles);
        aboutGroups = Set.copyOf(aboutGroups);
        tiers = tiers.stream().map(List::copyOf).toList();
        alsoTell = List.copyOf(alsoTell);
        clauses = List.copyOf(clauses);
    }

    /// The roles of the first tier with anybody free to act, else the contact.
    ///
    /// The caller says whether a role has a holder who is in post and whom the concern is not
    /// about.
    public Destination destination(Predicate<String> free) {
        for (int tier = 0; tier < tiers.size(); tier++) {
            var roles = tiers.get(tier).stream().filter(free).toList();
            if (!roles.isEmpty()) {
                return new Destination.ToRoles(roles, tier);
            }
        }
        return new Destination.ToContact(contact);
    }

    boolean isAboutRole(About about) {
        return aboutRoles.stream().anyMatch(about.roles()::contains);
    }

    boolean isAboutGroup(About about) {
        return aboutGroups.stream().anyMatch(about.groups()::contains);
    }

    /// Whether it takes what is about nobody in particular.
    public boolean isForAnythingElse() {
        return aboutRoles.isEmpty() && aboutGroups.isEmpty();
    }
}
