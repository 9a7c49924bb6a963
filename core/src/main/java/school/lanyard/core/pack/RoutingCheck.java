// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Checks that every concern goes somewhere, and never to the people it is about.
final class RoutingCheck {

    private final Yaml.Mapping routes;
    private final Known known;

    RoutingCheck(Yaml.Mapping routes, Known known) {
        this.routes = routes;
        this.known = known;
    }

    void run() {
        routes.children().values().forEach(this::check);
        var open = routes.children().values().stream().filter(RoutingCheck::takesAnything).count();
        if (open != 1) {
            known.fault(
                    routes.place(),
                    open == 0
                            ? "No route takes a concern that is about nobody in particular."
                            : "Several routes take everything else.",
                    "Keep exactly one route without about-roles and about-groups.");
        }
    }

    private static boolean takesAnything(Yaml.Mapping route) {
        return !route.has("about-roles") && !route.has("about-groups");
    }

    private void check(Yaml.Mapping route) {
        known.check(Known.Kind.ROLE, route.scalars("about-roles"));
        known.check(Known.Kind.GROUP, route.scalars("about-groups"));
        known.check(Known.Kind.CONTACT, route.scalars("then"));
        known.check(Known.Kind.CONTACT, route.scalars("also-tell"));
        var about = route.texts("about-roles");
        var seen = new HashSet<String>();
        for (var role : takers(route)) {
            known.check(Known.Kind.ROLE, role.text(), role.place());
            if (about.contains(role.text())) {
                known.fault(
                        role.place(),
                        "A concern about %s would go to %s.".formatted(role.text(), role.text()),
                        "Take the role out of this route's tiers.");
            }
            if (!seen.add(role.text())) {
                known.fault(
                        role.place(),
                        "The role %s is in an earlier tier already.".formatted(role.text()),
                        "Keep it once: a concern never goes back.");
            }
        }
    }

    static List<Yaml.Scalar> takers(Yaml.Mapping route) {
        var takers = new ArrayList<Yaml.Scalar>();
        for (var tier : route.items("to")) {
            if (tier instanceof Yaml.Sequence(_, var roles)) {
                for (var role : roles) {
                    if (role instanceof Yaml.Scalar scalar) {
                        takers.add(scalar);
                    }
                }
            }
        }
        return takers;
    }
}
