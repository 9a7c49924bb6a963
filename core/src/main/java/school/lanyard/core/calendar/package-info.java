// SPDX-License-Identifier: Apache-2.0
/// School time: days, terms and clocks as an English school means them.
@NullMarked
package school.lanyard.core.calendar;

import org.jspecify.annotations.NullMarked;
