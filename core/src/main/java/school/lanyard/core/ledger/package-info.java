// SPDX-License-Identifier: Apache-2.0
/// Chains the entries of a school's ledger by hash, so that a changed history shows.
@NullMarked
package school.lanyard.core.ledger;

import org.jspecify.annotations.NullMarked;
