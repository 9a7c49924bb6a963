// SPDX-License-Identifier: Apache-2.0
/// The ledger's rows.
@NullMarked
package school.lanyard.ledger.store;

import org.jspecify.annotations.NullMarked;
