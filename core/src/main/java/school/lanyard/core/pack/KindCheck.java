// SPDX-License-Identifier: Apache-2.0
package school.lanyard.core.pack;

import java.util.HashSet;
import java.util.Set;

/// Checks that every kind of report goes to posts whose holders may read it, and has times that are
/// there.
final class KindCheck {

    private final Known known;
    private final Yaml.Mapping roles;
    private final Set<String> routes;

    KindCheck(Known known, Yaml.Mapping roles, Yaml.Mapping routing) {
        this.known = known;
        this.roles = roles;
        this.routes = routing.entries().keySet();
    }

    void run(Yaml.Mapping kinds) {
        kinds.children().forEach(this::check);
    }

    private void check(String key, Yaml.Mapping kind) {
        known.check(Known.Kind.CONTACT, kind.scalars("then"));
        known.check(Known.Kind.INTERVAL, kind.scalars("acknowledge"));
        known.check(Known.Kind.INTERVAL, kind.scalars("decide"));
        if (routes.contains(key)) {
            known.fault(
                    kind.place(),
                    "There is a route by the name of %s already.".formatted(key),
                    "Give this kind of report another key.");
        }
        var about = kind.text("about");
        if (!about.isEmpty() && !routes.contains(about)) {
            known.fault(
                    kind.placeOf("about"),
                    "There is no route %s.".formatted(about),
                    Suggestions.mend(about, routes));
        }
        if (kind.has("to") != kind.has("then")) {
            known.fault(
                    kind.place(),
                    "A kind of report with posts of its own needs a contact for when nobody there may take it.",
                    "Give both to and then, or neither.");
        }
        if (kind.has("decide") && kind.text("decision").isEmpty()) {
            known.fault(
                    kind.place(),
                    "There is a time to decide, and nothing to decide.",
                    "Say in decision what is decided.");
        }
        checkTakers(kind);
    }

    private void checkTakers(Yaml.Mapping kind) {
        var seen = new HashSet<String>();
        for (var role : RoutingCheck.takers(kind)) {
            known.check(Known.Kind.ROLE, role.text(), role.place());
            var can = roles.mapping(role.text()).texts("capabilities");
            if (roles.has(role.text()) && !can.contains(Capability.HANDLE_CASES.key())) {
                known.fault(
                        role.place(),
                        "Holders of %s could not read what is sent to them.".formatted(role.text()),
                        "Give the role handle-cases: it lets them read what is sent to them, and nothing else.");
            }
            if (!seen.add(role.text())) {
                known.fault(
                        role.place(),
                        "The role %s is in an earlier tier already.".formatted(role.text()),
                        "Keep it once: a report never goes back.");
            }
        }
    }
}
