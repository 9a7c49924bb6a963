// SPDX-License-Identifier: Apache-2.0
package school.lanyard.concerns;

import school.lanyard.database.Tx;

/// What another feature writes in the transaction that receives a concern, so that neither is ever
/// there without the other.
@FunctionalInterface
public interface Alongside {

    Alongside NOTHING = (_, _, _) -> {};

    /// Writes it.
    ///
    /// @param concern its id
    /// @param keyId the key that its content is sealed under
    void write(Tx tx, String concern, String keyId);
}
