// SPDX-License-Identifier: Apache-2.0
/// Reads a school's policy from a folder of YAML, says what is wrong with it, and keeps editions.
@NullMarked
package school.lanyard.core.pack;

import org.jspecify.annotations.NullMarked;
