// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import school.lanyard.database.Tx;

/// The safeguarding leadership, without whom nobody makes readers by changing the policy.
public interface SecondPerson {

    /// Whether somebody may be the second person now.
    boolean mayDecide(Tx tx, String person);

    /// Tells everybody who may that something waits for them.
    void tell(Tx tx);
}
