// SPDX-License-Identifier: Apache-2.0
/// Kills the running server at random moments, and looks for what it had acknowledged.
@NullMarked
package school.lanyard.kill;

import org.jspecify.annotations.NullMarked;
