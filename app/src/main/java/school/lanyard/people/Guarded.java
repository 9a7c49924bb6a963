// SPDX-License-Identifier: Apache-2.0
package school.lanyard.people;

import java.util.Set;
import school.lanyard.core.pack.Capability;
import school.lanyard.core.pack.Role;

/// Which roles open the way to cases, and what their holders must put up with for it.
public final class Guarded {

    private Guarded() {}

    /// Whether holding the role lets somebody read cases, or let others do so. Whatever touches it
    /// takes a second person.
    public static boolean opensCases(Role role) {
        return role.capabilities().stream().anyMatch(Guarded::opensCases);
    }

    /// Whether putting somebody into the role takes a second person, and so does every other way
    /// into its holder's account: it opens cases, or shows who read what.
    public static boolean takesSecondPerson(Role role) {
        return opensCases(role) || role.can(Capability.READ_ACCESS_LOG);
    }

    /// Whether the role lets its holder do more than what everybody may.
    public static boolean entrusts(Role role) {
        return role.capabilities().stream().anyMatch(each -> each != Capability.REPORT_CONCERNS);
    }

    public static boolean runsSystem(Role role) {
        return role.can(Capability.ADMINISTER);
    }

    /// Whoever runs the system needs a second factor too: it is what attackers look for first.
    public static boolean needsSecondFactor(Set<Capability> capabilities) {
        return capabilities.contains(Capability.ADMINISTER)
                || capabilities.stream().anyMatch(Guarded::opensCases);
    }

    /// Readers are signed out sooner when nothing happens.
    public static boolean readsCases(Set<Capability> capabilities) {
        return capabilities.stream().anyMatch(Capability::readsCases);
    }

    /// Whether any of these lets somebody read cases, or let others do so.
    public static boolean opensCases(Set<Capability> capabilities) {
        return capabilities.stream().anyMatch(Guarded::opensCases);
    }

    private static boolean opensCases(Capability capability) {
        return capability.readsCases() || capability == Capability.APPROVE_ACCESS;
    }
}
