// SPDX-License-Identifier: Apache-2.0
/// The rows of kept files.
@NullMarked
package school.lanyard.exhibits.store;

import org.jspecify.annotations.NullMarked;
