// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import school.lanyard.core.pack.Capability;
import school.lanyard.core.pack.Pack;
import school.lanyard.core.pack.Role;
import school.lanyard.core.routing.Route;

/// Who reads cases under a policy: which roles may, from which groups their holders come, and which
/// cases go to them. Two policies that are equal in this make the same readers.
///
/// @param roles only those that may read, let others read, or see who read what
record WhoReads(Map<String, Reads> roles, List<Route> routes) {

    /// What one role may do of that, and who can hold it.
    record Reads(Set<Capability> capabilities, Set<String> groups) {}

    static WhoReads under(Pack pack) {
        var roles = new TreeMap<String, Reads>();
        pack.roles()
                .forEach((key, role) -> {
                    var reads = reading(role);
                    if (!reads.isEmpty()) {
                        roles.put(key, new Reads(reads, role.groups()));
                    }
                });
        return new WhoReads(roles, pack.routes());
    }

    private static Set<Capability> reading(Role role) {
        var found = EnumSet.noneOf(Capability.class);
        for (var each : role.capabilities()) {
            if (each.readsCases()
                    || each == Capability.APPROVE_ACCESS
                    || each == Capability.READ_ACCESS_LOG) {
                found.add(each);
            }
        }
        return found;
    }
}
