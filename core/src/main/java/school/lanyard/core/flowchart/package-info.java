// SPDX-License-Identifier: Apache-2.0
/// Draws a playbook as boxes and arrows, and says the same in words. Pure: the same playbook is
/// always the same picture.
@NullMarked
package school.lanyard.core.flowchart;

import org.jspecify.annotations.NullMarked;
