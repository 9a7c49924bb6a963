// SPDX-License-Identifier: Apache-2.0
package school.lanyard.access;

import java.time.LocalDate;
import java.util.Set;
import school.lanyard.core.pack.Capability;

/// Whoever is calling, as the school knows them at this moment. Take it as a handler's argument; it
/// is worked out anew for every request, so that a changed appointment counts at once.
///
/// @param roles held today
/// @param secondFactor whether this session was opened with a second factor
public record SignedIn(
        String schoolId,
        String personId,
        String displayName,
        Set<Capability> capabilities,
        Set<String> groups,
        Set<String> roles,
        boolean secondFactor) {

    public SignedIn {
        capabilities = Set.copyOf(capabilities);
        groups = Set.copyOf(groups);
        roles = Set.copyOf(roles);
    }

    public boolean can(Capability capability) {
        return capabilities.contains(capability);
    }

    /// They, asking to see cases on a day.
    public Viewer viewer(LocalDate today) {
        return new Viewer(schoolId, personId, today);
    }

    /// Whether they are any one of these callers.
    public boolean isAny(Caller... callers) {
        for (var caller : callers) {
            if (caller.admits(groups, capabilities)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "SignedIn[" + personId + "]";
    }
}
