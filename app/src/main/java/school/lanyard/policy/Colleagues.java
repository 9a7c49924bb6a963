// SPDX-License-Identifier: Apache-2.0
package school.lanyard.policy;

import school.lanyard.core.pack.Capability;
import school.lanyard.database.Tx;

/// The people who work on a policy. The module that knows people supplies the one bean.
public interface Colleagues {

    /// The name of somebody of the school, as colleagues know them.
    String name(String school, String person);

    /// Tells everybody who may do something, and can sign in, that something waits for them.
    void tell(Tx tx, Capability capability);
}
