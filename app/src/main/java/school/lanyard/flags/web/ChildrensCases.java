// SPDX-License-Identifier: Apache-2.0
package school.lanyard.flags.web;

import java.util.Collection;
import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;
import school.lanyard.core.pack.Pack;

/// Whether the policy sends somebody children's cases. A post to which it sends one kind of report
/// only, as it may send lost data to a data protection officer, handles those and needs to know of
/// no child's plan or court order.
final class ChildrensCases {

    private ChildrensCases() {}

    static boolean areFor(SignedIn me, Pack pack) {
        return me.isAny(Caller.HANDLE_CASES)
                && pack.routing().routes().stream()
                        .flatMap(route -> route.tiers().stream())
                        .flatMap(Collection::stream)
                        .anyMatch(me.roles()::contains);
    }
}
