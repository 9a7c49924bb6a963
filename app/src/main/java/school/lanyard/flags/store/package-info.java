// SPDX-License-Identifier: Apache-2.0
/// The rows of standing flags.
@NullMarked
package school.lanyard.flags.store;

import org.jspecify.annotations.NullMarked;
