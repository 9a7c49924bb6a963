// SPDX-License-Identifier: Apache-2.0
/// Words and where they are, in memory.
@NullMarked
package school.lanyard.finding.words;

import org.jspecify.annotations.NullMarked;
