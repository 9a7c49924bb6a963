// SPDX-License-Identifier: Apache-2.0
/// Answers "may someone do this?" from a pack's tables, and names the clause that says so.
@NullMarked
package school.lanyard.core.decision;

import org.jspecify.annotations.NullMarked;
