// SPDX-License-Identifier: Apache-2.0
/// Concerns and incidents, from a worry written down to a case closed.
@NullMarked
package school.lanyard.concerns;

import org.jspecify.annotations.NullMarked;
