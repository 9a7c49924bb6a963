// SPDX-License-Identifier: Apache-2.0
/// The technical plane: what may be reached, and what in the logs needs a person. No clock,
/// database or framework.
@NullMarked
package school.lanyard.signals;

import org.jspecify.annotations.NullMarked;
