// SPDX-License-Identifier: Apache-2.0
/// Reads the lists that schools can get, and counts what it did not understand.
@NullMarked
package school.lanyard.signals.filter.lists;

import org.jspecify.annotations.NullMarked;
