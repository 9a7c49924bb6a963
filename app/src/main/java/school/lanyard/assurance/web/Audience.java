// SPDX-License-Identifier: Apache-2.0
package school.lanyard.assurance.web;

import school.lanyard.access.Caller;
import school.lanyard.access.SignedIn;

/// Who may see what of assurance.
final class Audience {

    /// Whose task it is that the policy is kept: leaders, governors, whoever leads on the policy.
    private static final Caller[] LEADERS = {
        Caller.READ_GOVERNOR_REPORTS,
        Caller.ISSUE_REPORTS,
        Caller.EDIT_POLICY,
        Caller.APPROVE_POLICY
    };

    private Audience() {}

    /// Whether they see every clause, and the evidence itself.
    static boolean seesAll(SignedIn who) {
        return who.isAny(LEADERS);
    }

    /// Whether they may have the program check itself now.
    static boolean mayCheck(SignedIn who) {
        return who.isAny(Caller.EDIT_POLICY, Caller.APPROVE_POLICY, Caller.ADMINISTER);
    }
}
