// SPDX-License-Identifier: Apache-2.0
/// Which keys the rows of a database name, in whatever table they are.
@NullMarked
package school.lanyard.backup.store;

import org.jspecify.annotations.NullMarked;
