// SPDX-License-Identifier: Apache-2.0
/// Decides which counts of a governors' report may be printed, so that no small count can be worked
/// out from everything ever issued. Pure: no clock, no database, no Spring.
@NullMarked
package school.lanyard.reports.disclosure;

import org.jspecify.annotations.NullMarked;
