// SPDX-License-Identifier: Apache-2.0
/// A child's file that follows them from school to school.
@NullMarked
package school.lanyard.transfer;

import org.jspecify.annotations.NullMarked;
