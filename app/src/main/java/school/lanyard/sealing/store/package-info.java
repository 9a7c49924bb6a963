// SPDX-License-Identifier: Apache-2.0
/// Looks at sealed columns of every table, whatever is in them.
@NullMarked
package school.lanyard.sealing.store;

import org.jspecify.annotations.NullMarked;
