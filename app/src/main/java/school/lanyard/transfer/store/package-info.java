// SPDX-License-Identifier: Apache-2.0
/// The queries of transfers.
@NullMarked
package school.lanyard.transfer.store;

import org.jspecify.annotations.NullMarked;
