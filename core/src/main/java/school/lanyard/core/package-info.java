// SPDX-License-Identifier: Apache-2.0
/// What Lanyard decides, with no clock, database or framework in it.
@NullMarked
package school.lanyard.core;

import org.jspecify.annotations.NullMarked;
