// SPDX-License-Identifier: Apache-2.0
/// Turns a playbook and what has happened in a case into what comes next, what is barred and what
/// closing still needs.
@NullMarked
package school.lanyard.core.playbook;

import org.jspecify.annotations.NullMarked;
