// SPDX-License-Identifier: Apache-2.0
/// The ledger's entries, as far as a viewer may know of them.
@NullMarked
package school.lanyard.accesslog.store;

import org.jspecify.annotations.NullMarked;
