// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import school.lanyard.core.pack.Pack;
import school.lanyard.database.Tx;

/// A feature that has something to write whenever a concern is received, whichever way it came, in
/// the same transaction.
@FunctionalInterface
public interface Receiving {

    /// Writes what there is to write of a concern that is being received.
    ///
    /// @param concern its id
    /// @param pack the edition that it came under
    void received(Tx tx, String concern, Report report, Pack pack);
}
