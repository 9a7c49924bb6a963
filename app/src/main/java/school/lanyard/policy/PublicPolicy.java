// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import school.lanyard.evidence.Asked;

/// Says whether the policy in force can be read by anybody. The part that publishes it supplies the
/// one bean; without it nobody can.
@FunctionalInterface
public interface PublicPolicy {

    /// Whether the public page and its PDF show the edition that is asked about, without a sign-in.
    boolean shows(Asked asked);
}
