// SPDX-License-Identifier: Apache-2.0
/// Turns the house's own print pages into documents that last: tagged PDF with everything inside.
@NullMarked
package school.lanyard.publishing;

import org.jspecify.annotations.NullMarked;
