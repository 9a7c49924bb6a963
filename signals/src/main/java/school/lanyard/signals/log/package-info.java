// SPDX-License-Identifier: Apache-2.0
/// Reads web logs as they are, whatever is in them, with no object for a line.
@NullMarked
package school.lanyard.signals.log;

import org.jspecify.annotations.NullMarked;
